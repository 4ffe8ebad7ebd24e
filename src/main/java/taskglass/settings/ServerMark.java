package taskglass.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what a server is told from others at a glance: a colour of the theme, and a shape for whoever sees no colours. */
public enum ServerMark {
    BLUE,
    GREEN,
    AMBER,
    RED,
    VIOLET,
    GREY;

    /** As it stands in the file and in the stylesheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ServerMark> of(String word) {
        return Stream.of(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }
}
