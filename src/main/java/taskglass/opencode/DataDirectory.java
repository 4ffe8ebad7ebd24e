package taskglass.opencode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Where OpenCode keeps its sessions, by the environment that it was started in. */
public final class DataDirectory {
    private DataDirectory() {}

    /**
     * The same words for the same place, however it is written and from whichever container it is seen; empty where the
     * environment does not tell.
     *
     * @param seen where a path of the process is seen from here
     */
    public static Optional<String> of(Map<String, String> environment, UnaryOperator<Path> seen, long pid) {
        String database = environment.getOrDefault("OPENCODE_DB", "");
        if (database.equals(":memory:")) {
            return Optional.of("memory of " + pid);
        }
        try {
            return directory(environment)
                    .filter(Path::isAbsolute)
                    .map(path -> name(seen.apply(path)) + (database.isEmpty() ? "" : " " + database));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Path> directory(Map<String, String> environment) {
        return value(environment, "XDG_DATA_HOME")
                .map(Path::of)
                .or(() -> Stream.of("HOME", "USERPROFILE")
                        .flatMap(home -> value(environment, home).stream())
                        .findFirst()
                        .map(home -> Path.of(home, ".local", "share")))
                .map(data -> data.resolve("opencode"));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** What the system calls it; one that is not there yet, by its path. */
    private static String name(Path directory) {
        try {
            Object key =
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
            return key == null ? directory.toRealPath().toString() : key.toString();
        } catch (IOException notThere) {
            return directory.toString();
        }
    }
}
