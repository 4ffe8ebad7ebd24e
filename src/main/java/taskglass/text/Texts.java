package taskglass.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The texts of the user interface, by key. */
public final class Texts {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("taskglass.text.messages");

    private Texts() {}

    /**
     * Returns the text for a key, with its numbered placeholders filled in. Control characters and direction overrides in
     * them are shown, so that they cannot change the sentence.
     */
    public static String of(String key, Object... places) {
        String text = TEXTS.getString(key);
        Object[] shown = Stream.of(places).map(Texts::shown).toArray();
        return places.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(shown);
    }

    private static Object shown(Object place) {
        return place instanceof String words ? VisibleText.asWritten(words) : place;
    }

    public static ResourceBundle all() {
        return TEXTS;
    }
}
