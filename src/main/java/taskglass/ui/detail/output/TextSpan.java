package taskglass.ui.detail.output;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** A piece of a paragraph in uniform style, with the web page it links to, if any. */
public record TextSpan(String text, Set<Style> styles, Optional<URI> link) {
    TextSpan(String text, Set<Style> styles) {
        this(text, styles, Optional.empty());
    }

    /** The styles of a piece of text. Each is a style class. */
    public enum Style {
        BOLD("md-bold"),
        ITALIC("md-italic"),
        CODE("md-code"),
        LINK("md-link");

        private final String styleClass;

        Style(String styleClass) {
            this.styleClass = styleClass;
        }

        String styleClass() {
            return styleClass;
        }
    }
}
