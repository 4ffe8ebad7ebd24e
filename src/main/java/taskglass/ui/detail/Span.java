package taskglass.ui.detail;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** A piece of a paragraph in uniform style, with the web page it links to, if any. */
record Span(String text, Set<Style> styles, Optional<URI> link) {
    Span(String text, Set<Style> styles) {
        this(text, styles, Optional.empty());
    }

    /** The styles of a piece of text. Each is a style class. */
    enum Style {
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
