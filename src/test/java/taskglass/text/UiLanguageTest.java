package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The language that a user chose, on systems that speak another one. */
class UiLanguageTest {
    private static final String TEXTS = "taskglass.text.messages";

    @Test
    void withoutAChoiceItIsThatOfTheSystem() {
        assertThat(UiLanguage.of("", Locale.FRANCE)).isEqualTo(Locale.FRANCE);
        assertThat(UiLanguage.of("de", Locale.of("de", "AT"))).isEqualTo(Locale.of("de", "AT"));
    }

    @Test
    void anotherLanguageKeepsTheCountry() {
        assertThat(UiLanguage.of("en", Locale.GERMANY)).isEqualTo(Locale.of("en", "DE"));
        assertThat(UiLanguage.of("de", Locale.US)).isEqualTo(Locale.of("de", "US"));
    }

    @Test
    void theTextsAreInThatLanguage() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        Locale german = UiLanguage.of("de", Locale.US);
        Locale english = UiLanguage.of("en", Locale.GERMANY);
        assertThat(ResourceBundle.getBundle(TEXTS, german, exact).getString("status.RUNNING"))
                .isEqualTo("Läuft");
        assertThat(ResourceBundle.getBundle(TEXTS, english, exact).getString("status.RUNNING"))
                .isEqualTo("Running");
    }
}
