package taskglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A document that names a class by its package and its name sends the reader to a file that exists. */
class DocumentedNamesTest {
    /** Such as {@code `task/store/ParentLinks`}, also with a method behind it. */
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+(?:/[a-z0-9]+)*/[A-Z]\\w*[a-z]\\w*)(?:\\.\\w+)*`");

    /** The last one is for the programs of {@code packaging}. */
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/taskglass"),
            Path.of("src/test/java/taskglass"),
            Path.of("src/bench/java/taskglass"),
            Path.of("."));

    @Test
    void everyClassThatADocumentNamesByItsPackageExists() throws IOException {
        List<String> names = names();
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(SOURCES)
                        .as(name)
                        .anySatisfy(source ->
                                assertThat(source.resolve(name + ".java")).exists()));
    }

    /** Decision records are left out: they tell of their time. */
    private static List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> documents = Files.list(Path.of("src/docs"))) {
            for (Path document :
                    documents.filter(path -> path.toString().endsWith(".md")).toList()) {
                Matcher matcher = NAME.matcher(Files.readString(document));
                matcher.results().map(found -> found.group(1)).forEach(names::add);
            }
        }
        return names;
    }
}
