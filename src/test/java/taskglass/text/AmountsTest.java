package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Amounts are rounded in one way, in every place of the window. */
class AmountsTest {
    @Test
    void halfAThousandIsRoundedUp() {
        assertThat(Amounts.brief(12_500)).isEqualTo("13K");
        assertThat(Amounts.brief(13_500)).isEqualTo("14K");
    }

    @Test
    void ofAFewMillionsTheTenthsCount() {
        assertThat(Amounts.brief(1_240_000)).isEqualTo("1.2M");
        assertThat(Amounts.brief(12_400_000)).isEqualTo("12M");
    }

    @Test
    void oneClassWritesAmounts() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> writers = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(AmountsTest::formats)
                    .map(path -> path.getFileName().toString())
                    .toList();
            assertThat(writers).containsExactly("Amounts.java");
        }
    }

    private static boolean formats(Path source) {
        try {
            String text = Files.readString(source);
            return text.contains("java.text.NumberFormat") || text.contains("java.text.DecimalFormat");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
