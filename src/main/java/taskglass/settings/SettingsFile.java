package taskglass.settings;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The settings file, or none. Each write replaces the whole file, so that a crash leaves the old or the new content.
 */
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Optional<Path> path;

    private SettingsFile(Optional<Path> path) {
        this.path = path;
    }

    /**
     * Returns the usual settings file of this user: {@code taskglass/settings.json} below {@code XDG_CONFIG_HOME} or
     * {@code ~/.config}, below {@code %APPDATA%} on Windows, below {@code ~/Library/Application Support} on a Mac.
     *
     * @param os the Java property {@code os.name}
     */
    public static SettingsFile usual(Map<String, String> environment, Path home, String os) {
        return at(folder(environment, home, os).resolve("settings.json"));
    }

    /** The folder of {@link #usual}. */
    public static Path folder(Map<String, String> environment, Path home, String os) {
        Path roaming = environment.containsKey("APPDATA") ? Path.of(environment.get("APPDATA")) : home;
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path linux = xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg);
        Path folder = os.startsWith("Windows")
                ? roaming
                : os.startsWith("Mac") ? home.resolve("Library/Application Support") : linux;
        return folder.resolve("taskglass");
    }

    public static SettingsFile at(Path path) {
        return new SettingsFile(Optional.of(path));
    }

    /** Returns a file from which nothing is read and to which nothing is written. */
    public static SettingsFile none() {
        return new SettingsFile(Optional.empty());
    }

    /**
     * Reads the sections; empty without a file. A file that is not JSON is kept under another name, so that nothing is
     * lost.
     */
    ObjectNode read(ObjectMapper json) {
        try {
            return path.isEmpty() ? nothing() : read(path.get(), json);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The settings in {0} cannot be read now: {1}", path.get(), e);
            return nothing();
        }
    }

    /**
     * Reads the file. Fails if it exists but cannot be read at the moment, because its content is not known to be
     * broken.
     */
    private static ObjectNode read(Path file, ObjectMapper json) throws IOException {
        byte[] content;
        try {
            content = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return nothing();
        }
        try {
            if (json.readTree(content) instanceof ObjectNode sections) {
                return sections;
            }
        } catch (IOException notJson) {
            LOG.log(System.Logger.Level.DEBUG, "no JSON in {0}: {1}", file, notJson);
        }
        setAside(file, content);
        return nothing();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Copies the content, so that the file behind a link stays in place until it is written anew. */
    private static void setAside(Path from, byte[] content) throws IOException {
        Path aside = from.resolveSibling(from.getFileName() + ".unreadable");
        PrivateFiles.replace(aside, content);
        Files.deleteIfExists(PrivateFiles.target(from));
        LOG.log(System.Logger.Level.WARNING, "The settings in {0} cannot be read; they are kept as {1}.", from, aside);
    }

    /**
     * Changes the current content of the file, while no other process does. Blocks. Errors are logged, because the
     * settings of this session do not depend on the file.
     *
     * @param otherwise what to change if the file is gone or can no longer be read
     */
    void write(ObjectMapper json, ObjectNode otherwise, UnaryOperator<ObjectNode> change) {
        path.ifPresent(file -> {
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            // A file lock does not exclude other threads of the same process.
            synchronized (SettingsFile.class) {
                try {
                    PrivateFiles.own(file.toAbsolutePath().getParent());
                    try (FileChannel channel = PrivateFiles.open(lock, CREATE, WRITE);
                            FileLock held = channel.lock()) {
                        LOG.log(System.Logger.Level.TRACE, "writing under {0}", held);
                        ObjectNode now = change.apply(now(file, json, otherwise));
                        PrivateFiles.replace(file, now.toPrettyString().getBytes(StandardCharsets.UTF_8));
                    }
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.WARNING, "The settings cannot be written to {0}: {1}", file, e);
                }
            }
        });
    }

    private static ObjectNode now(Path file, ObjectMapper json, ObjectNode otherwise) throws IOException {
        ObjectNode sections = read(file, json);
        return sections.isEmpty() ? otherwise : sections;
    }
}
