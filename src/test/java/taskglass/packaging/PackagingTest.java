package taskglass.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Application;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import taskglass.Taskglass;
import taskglass.TaskglassApp;
import taskglass.release.Project;

/** What the installers are made from, without making them. */
class PackagingTest {
    private static final Path PACKAGING = Path.of("packaging");
    private static final Path OPTIONS = PACKAGING.resolve("options");
    private static final Pattern FILE =
            Pattern.compile("(?<![\\w/])(?:packaging|assets)/[\\w./-]+\\.\\w+|\\bLICENSE\\b");

    @Test
    void theRuntimeHasEveryModuleThatTheProgramUses() throws IOException {
        Map<String, String> modules = packages(modules());
        Set<String> missing = new ClassFileImporter()
                .importPath(Path.of("target", "classes")).stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                        .filter(PackagingTest::ofTheRuntime)
                        .map(JavaClass::getPackageName)
                        .filter(name -> !modules.containsKey(name))
                        .collect(Collectors.toSet());
        assertThat(missing).isEmpty();
    }

    @Test
    void theProgramsOfPackagingCompileWithoutAWarning() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Path classes = Files.createTempDirectory("packaging");
        List<String> arguments = Stream.concat(
                        Stream.of("-Xlint:all", "-Werror", "-d", classes.toString()),
                        files(PACKAGING, ".*\\.java").map(Path::toString))
                .toList();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void everyFileThatOptionsAndScriptsNameExists() throws IOException {
        List<String> named = files(PACKAGING, ".*\\.(options|sh|ps1|java)")
                .flatMap(file -> FILE.matcher(read(file)).results().map(MatchResult::group))
                .toList();
        assertThat(named).isNotEmpty().allMatch(name -> Files.exists(Path.of(name)));
    }

    @Test
    void scriptsMayBeRun() throws IOException {
        assertThat(files(PACKAGING, "packaging/\\w+\\.sh")).isNotEmpty().allMatch(Files::isExecutable);
    }

    @Test
    void theLauncherStartsWhatIsThere() {
        assertThat(read(OPTIONS.resolve("jpackage.options"))).contains("--main-class " + Taskglass.class.getName());
        assertThat(read(PACKAGING.resolve("linux/launcher.sh"))).contains(" " + Taskglass.class.getName() + " ");
        assertThat(read(PACKAGING.resolve("Training.java"))).contains("\"taskglass.training.TrainingRun\"");
    }

    @Test
    void launchersNameTheProgramThatTheDesktopMayStart() {
        assertThat(read(PACKAGING.resolve("linux/launcher.sh"))).contains("\"-Dtaskglass.program=$self\"");
        assertThat(read(PACKAGING.resolve("MakeLauncher.java"))).contains("\"-Dtaskglass.program=$here/taskglass\"");
    }

    @Test
    void theVersionIsOneThatEverySystemTakes() {
        assertThat(Project.ofThisBuild().version()).matches("[1-9]\\d*\\.\\d+\\.\\d+(-SNAPSHOT)?");
        assertThat(read(Path.of("pom.xml")))
                .containsPattern("<artifactId>taskglass</artifactId>\\s*<version>"
                        + Pattern.quote(Project.ofThisBuild().version()) + "</version>");
    }

    @Test
    void theMenuEntryStartsTheProgramAndKnowsItsWindow() {
        Map<String, String> entry = new HashMap<>();
        read(PACKAGING.resolve("linux/taskglass.desktop"))
                .lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> entry.put(pair[0], pair[1]));
        assertThat(entry)
                .containsEntry("Type", "Application")
                .containsEntry("Exec", "taskglass")
                .containsEntry("Icon", "taskglass")
                // JavaFX calls the class of a window on X11 by the name of its Application.
                .containsEntry("StartupWMClass", TaskglassApp.class.getName());
        assertThat(Application.class).isAssignableFrom(TaskglassApp.class);
    }

    private static boolean ofTheRuntime(JavaClass type) {
        return type.getName().matches("(java|javax|javafx|jdk|sun|com\\.sun)\\..*")
                && !type.getName().matches("(com\\.sun\\.jna|javax\\.jmdns)\\..*");
    }

    private static Set<String> modules() {
        return read(OPTIONS.resolve("modules.txt")).lines().collect(Collectors.toSet());
    }

    /** The packages of these modules and of all that they require, each with its module. */
    private static Map<String, String> packages(Set<String> modules) {
        ModuleFinder finder = ModuleFinder.compose(ModuleFinder.ofSystem(), ModuleFinder.of(Path.of("target/javafx")));
        Configuration runtime =
                Configuration.resolve(finder, List.of(Configuration.empty()), ModuleFinder.of(), modules);
        Map<String, String> packages = new HashMap<>();
        for (ResolvedModule module : runtime.modules()) {
            module.reference().descriptor().packages().forEach(name -> packages.put(name, module.name()));
        }
        return packages;
    }

    private static Stream<Path> files(Path folder, String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().replace('\\', '/').matches(name)).toList().stream();
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
