import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the app image: Taskglass with its own runtime and an AOT cache. Steps: JavaFX's jars as jmods, jlink, jpackage,
 * a training run. Run in the project's folder after {@code mvn package}, on the JDK that is to be shipped.
 */
final class MakeAppImage {
    static final Path OPTIONS = Path.of("packaging", "options");

    private final Path target;
    private final Path work;

    MakeAppImage(Path target) {
        this.target = target;
        this.work = target.resolve("package");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "target");
        System.out.println(new MakeAppImage(target).make());
    }

    /** @return the image's folder; its inputs are beside it */
    Path make() throws IOException, InterruptedException {
        Tree.delete(work);
        Files.createDirectories(work);
        List<Path> modules = new ArrayList<>();
        for (Path jar : jars(target.resolve("javafx"))) {
            modules.add(jmod(jar));
        }
        Path runtime = link(modules);
        Image image = image(runtime);
        new Training(image, jvmOptions(), Files.createDirectories(work.resolve("home"))).run();
        image.dropTools();
        return image.root();
    }

    /** Makes a jmod of a JavaFX jar: its native libraries go into the runtime's own folder, and are never unpacked. */
    private Path jmod(Path jar) throws IOException {
        String module = jar.getFileName().toString().replaceFirst("-\\d.*", "").replace('-', '.');
        Path classes = work.resolve("classes").resolve(module);
        Path libraries = Files.createDirectories(work.resolve("libraries").resolve(module));
        Tree.unzip(jar, classes);
        for (Path library : libraries(classes)) {
            Files.move(library, libraries.resolve(library.getFileName()));
        }
        Path jmod = Files.createDirectories(work.resolve("jmods")).resolve(module + ".jmod");
        Tools.jdk(
                "jmod",
                List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(), jmod.toString()));
        return jmod;
    }

    private Path link(List<Path> jmods) throws IOException {
        Path runtime = work.resolve("runtime");
        List<String> arguments = new ArrayList<>(
                List.of("--module-path", jmods.getFirst().getParent().toString()));
        arguments.addAll(List.of("--add-modules", String.join(",", modules())));
        arguments.addAll(Files.readAllLines(OPTIONS.resolve("jlink.options")));
        arguments.addAll(List.of("--output", runtime.toString()));
        Tools.jdk("jlink", arguments);
        return runtime;
    }

    private static List<String> modules() throws IOException {
        List<String> modules = new ArrayList<>(Files.readAllLines(OPTIONS.resolve("modules.txt")));
        if (Image.system().equals("windows")) {
            modules.add("jdk.crypto.mscapi"); // Windows' certificate store, which only a JDK for Windows can read
        }
        return modules;
    }

    private Image image(Path runtime) throws IOException {
        Path input = work.resolve("input");
        Tree.copy(target.resolve("lib"), input);
        SqliteLibrary.unpack(input, work);
        Path jar = jars(target).getFirst();
        Files.copy(jar, input.resolve(jar.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        List<String> arguments = new ArrayList<>(List.of("@" + OPTIONS.resolve("jpackage.options")));
        arguments.addAll(List.of("--type", "app-image", "--runtime-image", runtime.toString()));
        arguments.addAll(List.of(
                "--input", input.toString(), "--main-jar", jar.getFileName().toString()));
        arguments.addAll(List.of("--app-version", Version.ofPom().number(), "--dest", work.toString()));
        for (String option : jvmOptions()) {
            arguments.addAll(List.of("--java-options", option));
        }
        arguments.addAll(List.of("--java-options", SqliteLibrary.OPTION + "$APPDIR"));
        arguments.add("@" + OPTIONS.resolve(Image.system() + "-image.options"));
        Tools.jdk("jpackage", arguments);
        return Image.in(work);
    }

    private List<String> jvmOptions() throws IOException {
        return Files.readAllLines(OPTIONS.resolve("jvm.options"));
    }

    private static List<Path> libraries(Path folder) throws IOException {
        return Tree.files(folder).stream()
                .filter(file -> file.toString().matches(".*\\.(so|dll|dylib)"))
                .toList();
    }

    /** The jars directly in a folder. */
    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }
}
