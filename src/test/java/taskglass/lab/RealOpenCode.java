package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real OpenCode server of a known version, which npm installs, with a home of its own and the scripted model as its
 * only one. It ends when it is closed or when this JVM exits.
 */
public final class RealOpenCode implements AutoCloseable {
    /** The version that the tests are about. */
    public static final String PINNED = "1.18.33";

    private static final Set<RealOpenCode> OPEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(RealOpenCode::close), "opencode-lab-stop"));
    }

    private final ScriptedModel model;
    private final LabHome home;
    private final LabProcess process;
    private final ServerApi api;

    private RealOpenCode(String version, ScriptedModel model, String password)
            throws IOException, InterruptedException {
        Path program = NpmOpenCode.program(version);
        int port = freePort();
        this.model = model;
        home = new LabHome(model.baseUrl());
        process = new LabProcess(program, home, port, password);
        api = new ServerApi("http://127.0.0.1:" + port, password);
    }

    /** The pinned version, for as long as this JVM lives: tests that share it tell their sessions apart by id. */
    public static RealOpenCode shared() {
        return SharedOpenCode.get();
    }

    public static RealOpenCode start(ScriptedModel model) throws IOException, InterruptedException {
        return start(PINNED, model, "");
    }

    /** Starts this version, which wants this password unless it is empty; the model remains the caller's to close. */
    public static RealOpenCode start(String version, ScriptedModel model, String password)
            throws IOException, InterruptedException {
        RealOpenCode server = new RealOpenCode(version, model, password);
        OPEN.add(server);
        try {
            server.begin();
        } catch (IOException | RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    public ScriptedModel model() {
        return model;
    }

    public String baseUrl() {
        return api.baseUrl();
    }

    /** The directory in which it was started. */
    public Path project() {
        return home.project();
    }

    /** A new directory beside the project, for the {@code ?directory=} of requests. */
    public Path newDirectory(String name) throws IOException {
        return home.newDirectory(name);
    }

    public JsonNode get(String path) {
        return api.get(path);
    }

    public JsonNode post(String path, JsonNode body) {
        return api.post(path, body);
    }

    /** The whole transcript of a session, as its database has it. */
    public JsonNode messages(String sessionId, Path directory) {
        return get("/session/" + sessionId + "/message?directory=" + encoded(directory));
    }

    /** A directory as it is written in a query. */
    public static String encoded(Path directory) {
        return URLEncoder.encode(directory.toString(), StandardCharsets.UTF_8);
    }

    /** Ends the server and what runs in it; its folders and its port are kept for a restart. */
    public void stop() {
        process.end();
    }

    /** Starts it again where it was, with all that it remembers. */
    public void restartOnSamePort() throws IOException {
        stop();
        begin();
    }

    @Override
    public void close() {
        if (OPEN.remove(this)) {
            stop();
            home.close();
        }
    }

    private void begin() throws IOException {
        process.begin(() -> api.status("/global/health") == 200
                && api.get("/global/health").path("healthy").asBoolean());
    }

    /** Chosen here: {@code --port 0} takes 4096 when it is free, where a person's own server may be looked for. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
