import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs palantir-java-format over every Java source of the project, whatever JVM Maven itself runs on.
 * {@code check} names the files that are not formatted and fails; {@code fix} rewrites them in place.
 */
final class Format {
    private static final List<Path> ROOTS = List.of(Path.of("src"), Path.of("packaging"), Path.of(".ci"));

    private final Formatter formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .build());

    public static void main(String[] arguments) {
        if (arguments.length != 1 || !List.of("check", "fix").contains(arguments[0])) {
            System.err.println("Format takes one argument, check or fix.");
            System.exit(2);
        }
        boolean fix = arguments[0].equals("fix");
        Format format = new Format();
        List<Path> changed = ROOTS.parallelStream()
                .flatMap(Format::sources)
                .filter(file -> format.changes(file, fix))
                .sorted()
                .toList();
        changed.forEach(file -> System.err.println((fix ? "formatted: " : "not formatted: ") + file));
        if (!fix && !changed.isEmpty()) {
            System.err.println("To format them: mvn -q process-sources -Dformat=fix");
            System.exit(1);
        }
    }

    private static Stream<Path> sources(Path root) {
        if (!Files.isDirectory(root)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().parallelStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean changes(Path file, boolean fix) {
        try {
            String before = Files.readString(file);
            String after = formatter.formatSourceAndFixImports(before);
            if (fix && !before.equals(after)) {
                Files.writeString(file, after);
            }
            return !before.equals(after);
        } catch (FormatterException e) {
            return false; // not Java (yet): the compiler, which comes next, says so better
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
