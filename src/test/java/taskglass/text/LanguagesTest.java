package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The German texts say no less and no more than the English ones, and every text is one that the format can read. */
class LanguagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final int PLACES = 10;

    /** Each language, read from its own file: a bundle would fill German gaps with English. */
    enum Language {
        ENGLISH("messages.properties", Locale.ENGLISH),
        GERMAN("messages_de.properties", Locale.GERMAN);

        private final String file;
        private final Locale locale;

        Language(String file, Locale locale) {
            this.file = file;
            this.locale = locale;
        }

        Map<String, String> texts() {
            Properties texts = new Properties();
            try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
                texts.load(new InputStreamReader(Objects.requireNonNull(bytes), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return texts.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, texts::getProperty));
        }

        String formatted(String text, int number) {
            Object[] numbers = Collections.nCopies(PLACES, number).toArray();
            return new MessageFormat(text, locale).format(numbers);
        }
    }

    @Test
    void noTextIsMissingInGerman() {
        assertThat(Language.GERMAN.texts().keySet())
                .containsAll(Language.ENGLISH.texts().keySet());
    }

    @Test
    void noGermanTextIsLeftOver() {
        assertThat(Language.ENGLISH.texts().keySet())
                .containsAll(Language.GERMAN.texts().keySet());
    }

    /** "Sie" and "Ihr" may only begin a sentence about tasks. */
    @Test
    void noGermanTextAddressesTheReader() {
        Pattern address = Pattern.compile("(?<![.:?!|<#>] ?|^)\\b(Sie|Ihr|Ihre[mnrs]?|Ihnen)\\b");
        assertThat(Language.GERMAN.texts().entrySet().stream()
                        .filter(text -> address.matcher(text.getValue()).find()))
                .isEmpty();
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        Map<String, String> english = Language.ENGLISH.texts();
        assertThat(Language.GERMAN.texts())
                .allSatisfy((key, text) ->
                        assertThat(places(text)).as(key).isEqualTo(places(english.getOrDefault(key, text))));
    }

    @ParameterizedTest
    @EnumSource
    void everyTextWithPlacesReadsWholeForNoneOneAndTwo(Language language) {
        assertThat(language.texts())
                .allSatisfy((key, text) ->
                        assertThat(readings(language, text)).as(key).noneMatch(read -> read.matches("(?s).*[{}].*")));
    }

    @ParameterizedTest
    @EnumSource
    void noTextHasAnApostropheThatTheFormatWouldSwallow(Language language) {
        assertThat(language.texts().values()).noneMatch(text -> text.contains("'"));
    }

    @ParameterizedTest
    @EnumSource
    void noTextEndsInAStrayBlank(Language language) {
        assertThat(language.texts().values()).allMatch(text -> text.equals(text.stripTrailing()));
    }

    /** Only texts with places go through the format. */
    private static List<String> readings(Language language, String text) {
        return places(text).isEmpty()
                ? List.of()
                : Stream.of(0, 1, 2)
                        .map(number -> language.formatted(text, number))
                        .toList();
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
