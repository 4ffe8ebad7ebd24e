package taskglass.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fresh folders of one test server, deleted when closed: a home with its configuration, a project, a log. */
public final class LabHome implements AutoCloseable {
    /** The scripted model as the only one, and permissions that let commands run and ask for edits. */
    private static final String CONFIGURATION = """
        {"model": "lab/scripted", "small_model": "lab/scripted",
         "provider": {"lab": {
           "npm": "@ai-sdk/openai-compatible", "name": "Lab",
           "options": {"baseURL": "MODEL_URL", "apiKey": "x"},
           "models": {"scripted": {
             "name": "Scripted", "tool_call": true,
             "limit": {"context": 200000, "output": 8000}, "cost": {"input": 3, "output": 15}}}}},
         "permission": {"bash": "allow", "edit": "ask", "webfetch": "ask"},
         "autoupdate": false, "share": "disabled"}
        """;

    private final Path root;
    private final Map<String, String> switches;

    /** Folders whose server shall use the model at this base URL. */
    public LabHome(String modelUrl) throws IOException {
        this(modelUrl, Map.of());
    }

    /** Those of a server with more in its environment. */
    LabHome(String modelUrl, Map<String, String> switches) throws IOException {
        this.switches = switches;
        root = Files.createTempDirectory("taskglass-opencode-").toRealPath();
        Files.createDirectories(project());
        Path folder = Files.createDirectories(home().resolve(".config/opencode"));
        Files.writeString(folder.resolve("opencode.json"), CONFIGURATION.replace("MODEL_URL", modelUrl));
    }

    /** The directory to start the server in. */
    public Path project() {
        return root.resolve("project");
    }

    /** Another directory to work in, beside the project. */
    public Path newDirectory(String name) throws IOException {
        return Files.createDirectory(root.resolve(name));
    }

    /** What tells OpenCode to keep everything in this home. */
    public Map<String, String> environment() {
        Map<String, String> places = Map.of(
                "HOME", home().toString(),
                "USERPROFILE", home().toString(),
                "XDG_CONFIG_HOME", home().resolve(".config").toString(),
                "XDG_DATA_HOME", home().resolve(".local/share").toString(),
                "XDG_STATE_HOME", home().resolve(".local/state").toString(),
                "XDG_CACHE_HOME", home().resolve(".cache").toString());
        Map<String, String> all = new HashMap<>(switches);
        all.putAll(places);
        return all;
    }

    Path log(int port) {
        return root.resolve("server-" + port + ".log");
    }

    private Path home() {
        return root.resolve("home");
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException stillWritten) {
            // a temporary folder: what is left of it does no harm
        }
    }
}
