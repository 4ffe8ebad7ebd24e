package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
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

    private final Path program;
    private final ScriptedModel model;
    private final LabHome home;
    private final boolean ownHome;
    private final LabProcess process;
    private final ServerApi api;

    private RealOpenCode(Path program, ScriptedModel model, LabHome home, boolean ownHome, String password)
            throws IOException {
        int port = freePort();
        this.program = program;
        this.model = model;
        this.home = home;
        this.ownHome = ownHome;
        process = new LabProcess(program, home, port, password);
        api = new ServerApi("http://127.0.0.1:" + port, password);
    }

    /** The pinned version, for as long as this JVM lives: tests that share it tell their sessions apart by id. */
    public static RealOpenCode shared() {
        return shared(PINNED);
    }

    /** Another version, shared in the same way. */
    public static RealOpenCode shared(String version) {
        return SharedOpenCode.get(version);
    }

    public static RealOpenCode start(ScriptedModel model) throws IOException, InterruptedException {
        return start(PINNED, model, "");
    }

    /** Starts this version, which wants this password unless it is empty; the model remains the caller's to close. */
    public static RealOpenCode start(String version, ScriptedModel model, String password)
            throws IOException, InterruptedException {
        Path program = NpmOpenCode.program(version);
        return begun(new RealOpenCode(program, model, new LabHome(model.baseUrl()), true, password));
    }

    /** The pinned version with more in its environment: what is still an experiment there is switched on so. */
    public static RealOpenCode startWith(ScriptedModel model, Map<String, String> switches)
            throws IOException, InterruptedException {
        Path program = NpmOpenCode.program(PINNED);
        return begun(new RealOpenCode(program, model, new LabHome(model.baseUrl(), switches), true, ""));
    }

    /** Another process of the same user: it has a port of its own and shares the home, and so all sessions. */
    public RealOpenCode startBeside() throws IOException {
        return begun(new RealOpenCode(program, model, home, false, ""));
    }

    /** Another process of the same user, without a port: OpenCode in a terminal, given that prompt. */
    public LabTerminal openTerminal(String prompt) throws IOException {
        return new LabTerminal(program, home, prompt);
    }

    /** The same with other options: {@code --port 0} opens a port. */
    public LabTerminal openTerminalWith(String options) throws IOException {
        return LabTerminal.with(program, home, options);
    }

    /** Whether that process belongs to this server, be it below npm’s launcher. */
    public boolean runs(long pid) {
        return process.runs(pid);
    }

    /** The environment that it runs in, as far as it says where things are kept. */
    public Map<String, String> environment() {
        return home.environment();
    }

    private static RealOpenCode begun(RealOpenCode server) throws IOException {
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

    public JsonNode patch(String path, JsonNode body) {
        return api.patch(path, body);
    }

    public void delete(String path) {
        api.delete(path);
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
            if (ownHome) {
                home.close();
            }
        }
    }

    private void begin() throws IOException {
        // OpenCode 1.0 has no path for its health.
        process.begin(() -> api.status("/session") == 200);
    }

    /** Chosen here: {@code --port 0} takes 4096 when it is free, where a person's own server may be looked for. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
