package taskglass.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the user interface, by key. */
public final class Words {
    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("taskglass.words.messages");

    private Words() {}

    /** Returns the text for a key, with its numbered placeholders filled in. */
    public static String of(String key, Object... places) {
        String text = TEXTS.getString(key);
        return places.length == 0 ? text : new MessageFormat(text, Locale.getDefault()).format(places);
    }

    public static ResourceBundle all() {
        return TEXTS;
    }
}
