package taskglass.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts Java processes with this one's class path. Their files are in a folder of the bench, so they meet no other
 * window.
 */
final class Children {
    private static final Path LAUNCHER = Path.of("packaging", "options", "jvm.options");

    private Children() {}

    /**
     * Starts a process that opens the window, with the launcher's options and others. {@code target} is Maven's folder.
     */
    static Process window(Path target, Screen screen, List<String> more, String main, String... arguments)
            throws IOException {
        Path home = Files.createDirectories(target.resolve("bench-home"));
        List<String> options = new ArrayList<>(launcherOptions());
        options.addAll(more);
        options.addAll(List.of(
                "-Duser.home=" + home,
                "-Djavafx.cachedir=" + home.resolve("openjfx"),
                "--module-path",
                target.resolve("javafx").toString(),
                "--add-modules",
                "javafx.controls,javafx.fxml"));
        options.addAll(screen.options());
        ProcessBuilder builder = builder(main, options, arguments);
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        screen.show(builder);
        return builder.start();
    }

    /** The JVM options of every launcher. */
    static List<String> launcherOptions() throws IOException {
        return Files.readAllLines(LAUNCHER).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }

    static Process java(String main, List<String> options, String... arguments) throws IOException {
        return builder(main, options, arguments).start();
    }

    private static ProcessBuilder builder(String main, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
