import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The app image that jpackage made: where its parts are on each system, and what its launcher starts. */
final class Image {
    static final String AOT_CACHE = "taskglass.aot";

    private static final String CLASS_PATH = "app.classpath=";

    private final Path root;
    private final Path app;
    private final Path runtime;

    private Image(Path root, String app, String runtime) {
        this.root = root;
        this.app = root.resolve(app);
        this.runtime = root.resolve(runtime);
    }

    /** Returns the image in a folder, with its name on this system. */
    static Image in(Path folder) {
        return switch (system()) {
            case "linux" -> new Image(folder.resolve("taskglass"), "lib/app", "lib/runtime");
            case "mac" -> new Image(folder.resolve("Taskglass.app"), "Contents/app", "Contents/runtime/Contents/Home");
            default -> new Image(folder.resolve("taskglass"), "app", "runtime");
        };
    }

    /** Returns the current system, because jpackage packages for no other: linux, mac or windows. */
    static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("linux") ? "linux" : name.startsWith("mac") ? "mac" : "windows";
    }

    Path root() {
        return root;
    }

    Path java() {
        return runtime.resolve("bin").resolve(system().equals("windows") ? "java.exe" : "java");
    }

    /** Where the jars are. */
    Path folder() {
        return app.toAbsolutePath();
    }

    Path aotCache() {
        return app.resolve(AOT_CACHE);
    }

    /** The jars in the launcher's order. The AOT cache is valid for no other order. */
    String classPath() throws IOException {
        return classPath(app.toAbsolutePath().toString(), System.getProperty("path.separator"));
    }

    private String classPath(String folder, String separator) throws IOException {
        return Files.readAllLines(configurations().getFirst()).stream()
                .filter(line -> line.startsWith(CLASS_PATH))
                .map(line -> line.substring(CLASS_PATH.length()).replace("$APPDIR", folder))
                .collect(Collectors.joining(separator));
    }

    /** Makes the launcher use the AOT cache. If the cache does not fit, the JVM silently starts without it. */
    void useAotCache(List<String> jvmOptions) throws IOException {
        if (system().equals("linux")) {
            becomeShellScript(jvmOptions);
            return;
        }
        for (Path configuration : configurations()) {
            String lines = String.join(
                    System.lineSeparator(),
                    "java-options=-XX:AOTCache=$APPDIR/" + AOT_CACHE,
                    "java-options=-Xlog:disable",
                    "java-options=-Xlog:all=error:stderr",
                    "");
            Files.writeString(configuration, Files.readString(configuration) + lines);
        }
    }

    /** Replaces jpackage's launcher by our own, and removes the files that only jpackage's needs. */
    private void becomeShellScript(List<String> jvmOptions) throws IOException {
        String script = Files.readString(Path.of("packaging", "linux", "launcher.sh"))
                .replace("@FLAGS@", String.join(" ", jvmOptions))
                .replace("@CLASS_PATH@", classPath("$app", ":"));
        Files.writeString(root.resolve("bin").resolve("taskglass"), script);
        Files.delete(root.resolve("lib").resolve("libapplauncher.so"));
        for (Path configuration : configurations()) {
            Files.delete(configuration);
        }
    }

    /** Removes the runtime's programs; on Linux all except java, which the launcher starts. */
    void dropTools() throws IOException {
        for (Path tool : Tree.files(runtime.resolve("bin"))) {
            boolean program = !system().equals("windows") || tool.toString().endsWith(".exe");
            if (program && !(system().equals("linux") && tool.endsWith("java"))) {
                Files.delete(tool);
            }
        }
    }

    private List<Path> configurations() throws IOException {
        return Tree.files(app).stream()
                .filter(file -> file.toString().endsWith(".cfg"))
                .toList();
    }
}
