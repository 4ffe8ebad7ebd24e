import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQLite's native library. Its jar holds one for each system, and would unpack one at each start. The image has only its
 * own, beside the jars, and its launcher says where.
 */
final class SqliteLibrary {
    /** Tells the driver the folder in which its library is. */
    static final String OPTION = "-Dorg.sqlite.lib.path=";

    private static final Path NATIVES = Path.of("org", "sqlite", "native");

    private SqliteLibrary() {}

    /** Takes this system's library out of the jar in a folder, and all others away. */
    static void unpack(Path input, Path work) throws IOException {
        Path jar = jar(input);
        Path classes = work.resolve("classes").resolve("sqlite");
        Tree.unzip(jar, classes);
        Path library = library(classes.resolve(NATIVES).resolve(system()).resolve(architecture()));
        Files.move(library, input.resolve(library.getFileName()));
        Tree.delete(classes.resolve(NATIVES));
        Path manifest = work.resolve("sqlite-manifest.mf");
        Files.move(classes.resolve("META-INF").resolve("MANIFEST.MF"), manifest);
        Files.delete(jar);
        Tools.jdk(
                "jar",
                List.of(
                        "--create",
                        "--file",
                        jar.toString(),
                        "--manifest",
                        manifest.toString(),
                        "-C",
                        classes.toString(),
                        "."));
    }

    private static Path jar(Path input) throws IOException {
        try (Stream<Path> files = Files.list(input)) {
            return files.filter(file -> file.getFileName().toString().matches("sqlite-jdbc-.*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Path library(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String system() {
        return switch (Image.system()) {
            case "linux" -> "Linux";
            case "mac" -> "Mac";
            default -> "Windows";
        };
    }

    private static String architecture() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    }
}
