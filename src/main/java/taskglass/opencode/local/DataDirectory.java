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
     * A place where sessions are kept.
     *
     * @param key the same however the path is written and from whichever container it is seen
     * @param path its path without symbolic links, as it is seen from here
     */
    public record Place(String key, String path) {}

    /**
     * Returns the place, or empty if the environment does not determine it.
     *
     * @param seen translates a path of the process to a path visible from here
     */
    public static Optional<Place> of(Map<String, String> environment, UnaryOperator<Path> seen, long pid) {
        String database = environment.getOrDefault("OPENCODE_DB", "");
        if (database.equals(":memory:")) {
            String memory = "memory of " + pid;
            return Optional.of(new Place(memory, memory));
        }
        String suffix = database.isEmpty() ? "" : " " + database;
        try {
            return directory(environment)
                    .filter(Path::isAbsolute)
                    .map(seen)
                    .map(path -> new Place(key(path) + suffix, realPath(path) + suffix));
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
    private static String key(Path directory) {
        try {
            Object key =
                    Files.readAttributes(directory, BasicFileAttributes.class).fileKey();
            return key == null ? realPath(directory) : key.toString();
        } catch (IOException notThere) {
            return directory.toString();
        }
    }

    private static String realPath(Path directory) {
        try {
            return directory.toRealPath().toString();
        } catch (IOException notThere) {
            return directory.toString();
        }
    }
}
