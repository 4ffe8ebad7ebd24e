package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The matrix of faults in src/docs/faults.md names tests that there are. */
class FaultMatrixTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)?\\.(\\w+)`");

    private static final Pattern METHOD = Pattern.compile("\n    void (\\w+)\\(");

    @Test
    void everyTestThatTheMatrixNamesIsThere() throws IOException {
        Set<String> named = TEST.matcher(Files.readString(Path.of("src/docs/faults.md")))
                .results()
                .map((MatchResult match) -> match.group(2))
                .filter(name -> name.length() > 15)
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(25);
        assertThat(tests()).containsAll(named);
    }

    private static Set<String> tests() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .flatMap(file -> METHOD.matcher(read(file)).results())
                    .map((MatchResult match) -> match.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
