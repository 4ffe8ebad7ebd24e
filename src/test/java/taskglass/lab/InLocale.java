package taskglass.lab;

import java.util.Locale;
import java.util.function.Supplier;

/** Asks what a computer in another country would say. */
public final class InLocale {
    private InLocale() {}

    /** Egypt, where numbers are written in other digits. */
    public static <T> T egypt(Supplier<T> question) {
        Locale here = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            return question.get();
        } finally {
            Locale.setDefault(here);
        }
    }
}
