package taskglass.programs;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds programs in the directories of the PATH. Reads the disk at each call. */
final class SearchPath {
    /** What Windows can start directly. */
    private static final List<String> STARTABLE = List.of(".exe", ".com", ".cmd", ".bat");

    private final HostSystem system;

    SearchPath(HostSystem system) {
        this.system = system;
    }

    /** Returns the absolute path of a program. Relative directories are skipped: they depend on the folder. */
    Optional<Path> find(String name) {
        return Stream.of(system.variable("PATH").split(windows() ? ";" : ":"))
                .flatMap(entry -> path(entry).stream())
                .filter(Path::isAbsolute)
                .flatMap(directory -> names(name).map(directory::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private boolean windows() {
        return system.kind() == HostSystem.Kind.WINDOWS;
    }

    private Stream<String> names(String name) {
        return windows() ? STARTABLE.stream().map(ending -> name + ending) : Stream.of(name);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notAPlace) {
            return Optional.empty();
        }
    }
}
