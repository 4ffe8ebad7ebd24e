package taskglass.text;

import java.util.Locale;

/** The language of the texts. It is set before the first text is read, because windows keep the texts they were made with. */
public final class UiLanguage {
    private UiLanguage() {}

    /**
     * Speaks English or German from now on. The country stays, so that times are written as the user knows them.
     *
     * @param language a language code; "" for the system's language
     */
    public static void speak(String language) {
        Locale.setDefault(of(language, Locale.getDefault()));
    }

    static Locale of(String language, Locale system) {
        return language.isEmpty() || language.equals(system.getLanguage())
                ? system
                : new Locale.Builder()
                        .setLanguage(language)
                        .setRegion(system.getCountry())
                        .build();
    }
}
