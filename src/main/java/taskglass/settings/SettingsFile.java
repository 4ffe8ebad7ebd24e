package taskglass.settings;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The file of the settings, or none; each writing replaces it whole, so that a crash leaves the old or the new. */
public final class SettingsFile {
    private static final System.Logger LOG = System.getLogger(SettingsFile.class.getName());

    private final Optional<Path> path;

    private SettingsFile(Optional<Path> path) {
        this.path = path;
    }

    /**
     * Where this user's programs keep their settings: {@code taskglass/settings.json} below {@code XDG_CONFIG_HOME} or
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

    /** Nothing is read, nothing is kept. */
    public static SettingsFile none() {
        return new SettingsFile(Optional.empty());
    }

    /** Empty without a file. One that is not JSON is put aside under another name, so that nothing in it is lost. */
    ObjectNode read(ObjectMapper json) {
        ObjectNode nothing = JsonNodeFactory.instance.objectNode();
        if (path.filter(Files::exists).isEmpty()) {
            return nothing;
        }
        try {
            JsonNode content = json.readTree(path.get().toFile());
            return content instanceof ObjectNode sections ? sections : setAside(nothing);
        } catch (IOException e) {
            return setAside(nothing);
        }
    }

    private ObjectNode setAside(ObjectNode nothing) {
        Path from = path.orElseThrow();
        Path aside = from.resolveSibling(from.getFileName() + ".unreadable");
        try {
            Files.move(from, aside, StandardCopyOption.REPLACE_EXISTING);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The settings in {0} cannot be read; they are kept as {1}.",
                    from,
                    aside);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The settings in {0} cannot be read.", from);
        }
        return nothing;
    }

    /**
     * Makes a change to what stands in the file by now, while no other process does. Blocks. What goes wrong is logged:
     * the settings of this session do not depend on it.
     *
     * @param otherwise what is changed where the file has gone or cannot be read any more
     */
    void write(ObjectMapper json, ObjectNode otherwise, UnaryOperator<ObjectNode> change) {
        path.ifPresent(file -> {
            Path lock = file.resolveSibling(file.getFileName() + ".lock");
            // A lock of the file system does not keep threads of one process from each other.
            synchronized (SettingsFile.class) {
                try {
                    Files.createDirectories(file.toAbsolutePath().getParent());
                    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                            FileLock held = channel.lock()) {
                        LOG.log(System.Logger.Level.TRACE, "writing under {0}", held);
                        replace(file, change.apply(now(file, json, otherwise)));
                    }
                } catch (IOException e) {
                    LOG.log(System.Logger.Level.WARNING, "The settings cannot be written to {0}: {1}", file, e);
                }
            }
        });
    }

    private ObjectNode now(Path file, ObjectMapper json, ObjectNode otherwise) {
        if (!Files.exists(file)) {
            return otherwise;
        }
        ObjectNode sections = read(json);
        return sections.isEmpty() ? otherwise : sections;
    }

    private static void replace(Path file, ObjectNode sections) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, sections.toPrettyString());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
