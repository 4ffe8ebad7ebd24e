package taskglass.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The visual mark of a server: a colour of the theme, and a shape for users who cannot see colours. */
public enum ServerMark {
    BLUE,
    GREEN,
    AMBER,
    RED,
    VIOLET,
    GREY;

    /** Its name in the file and in the stylesheet. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<ServerMark> of(String word) {
        return Stream.of(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }
}
