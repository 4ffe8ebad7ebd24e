package taskglass.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The licence notices, compared with what the build ships. */
class LicenseNoticesTest {
    private final String notices = Project.ofThisBuild().notices();

    @Test
    void allThatIsShippedIsNamedAndNothingElse() throws IOException {
        assertThat(named()).containsExactlyInAnyOrderElementsOf(shipped());
    }

    @Test
    void theLicenceOfTheProgramStandsInFull() {
        assertThat(notices).contains("Apache License", "END OF TERMS AND CONDITIONS");
    }

    /** The build writes the runtime class path down; a platform's jar counts as the artifact that it belongs to. */
    private static Set<String> shipped() throws IOException {
        String classPath = Files.readString(Path.of("target", "shipped.txt")).strip();
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .map(jar -> Path.of(jar).getFileName().toString().replaceFirst("-\\d.*", ""))
                .collect(Collectors.toSet());
    }

    /** Names of artifacts stand under the name of their project, with commas between them. */
    private Set<String> named() {
        return notices.lines()
                .filter(line -> line.matches("  [a-z0-9-]+(, [a-z0-9-]+)*"))
                .flatMap(line -> Stream.of(line.strip().split(", ", -1)))
                .collect(Collectors.toSet());
    }
}
