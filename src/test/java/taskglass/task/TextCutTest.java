package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.task.transcript.ClippedText;

/** No cut goes through what a person takes for one character. */
class TextCutTest {
    private static final String FAMILY = "👨\u200d👩\u200d👧";

    @ParameterizedTest
    @CsvSource({
        "abc, 2, ab",
        "abc, 3, abc",
        "abc, 9, abc",
        "a👍b, 2, a",
        "a👍b, 3, a👍",
        "ae\u0301x, 2, a",
        "a🇩🇪🇫🇷, 7, a🇩🇪"
    })
    void theBeginningEndsBetweenTwoCharacters(String text, int most, String beginning) {
        assertThat(TextCut.beginning(text, most)).isEqualTo(beginning);
    }

    @Test
    void nobodyElseCutsAtANumber() throws IOException {
        Pattern cut = Pattern.compile("substring\\(0, (Math\\.min|[A-Z][A-Z_]+)");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java")))
                    .noneMatch(path -> cut.matcher(read(path)).find());
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFamilyIsThereOrNot() {
        for (int most = 0; most < FAMILY.length(); most++) {
            assertThat(TextCut.beginning(FAMILY + "x", most)).isEmpty();
        }
        assertThat(TextCut.beginning(FAMILY + "x", FAMILY.length())).isEqualTo(FAMILY);
    }

    @Test
    void aLongTextIsCutWhereItMayBe() {
        String text = "x".repeat(9999) + FAMILY;
        assertThat(TextCut.beginning(text, 10_001)).isEqualTo("x".repeat(9999));
    }

    @Test
    void aHeapOfMarksIsCutAllTheSame() {
        assertThat(TextCut.beginning("a" + "\u0301".repeat(5000), 2000)).hasSizeBetween(1, 2000);
    }

    @Test
    void halvesThatCameAsHalvesAreNotWaitedFor() {
        assertThat(TextCut.beginning("\ude00".repeat(600), 500)).hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void aClipEndsWithAWholeCharacter() {
        String text = "x".repeat(ClippedText.MOST - 1) + "👍";
        assertThat(ClippedText.of(text).text()).isEqualTo("x".repeat(ClippedText.MOST - 1));
    }
}
