package taskglass.opencode.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Identifies where OpenCode keeps its sessions, from the environment that it was started in. */
public final class DataDirectory {
    private DataDirectory() {}

    /**
     * Returns a name for that place. The name is the same however the path is written and from whichever container it
     * is seen. Empty if the environment does not determine the place.
     *
     * @param seen translates a path of the process to a path visible from here
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

    /** Returns the system's file key, or the path if the directory does not exist yet. */
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
