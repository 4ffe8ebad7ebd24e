package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix of faults in src/docs/faults.md names tests that there are. */
class FaultMatrixTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)?\\.(\\w+)`");

    @Test
    void everyTestThatTheMatrixNamesIsThere() throws IOException {
        Set<String> named = TEST.matcher(Files.readString(Path.of("src/docs/faults.md")))
                .results()
                .map((MatchResult match) -> match.group(2))
                .filter(name -> name.length() > 15)
                .collect(Collectors.toSet());
        Set<String> there = new ClassFileImporter()
                .importPackages("taskglass").stream()
                        .filter(type -> type.getSimpleName().endsWith("Test"))
                        .flatMap((JavaClass type) -> type.getMethods().stream())
                        .map(JavaMethod::getName)
                        .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(25);
        assertThat(there).containsAll(named);
    }
}
