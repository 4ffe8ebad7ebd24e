package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An OpenCode 2.0.26 as it is read in its sources, over real HTTP and SSE; a test tells what its agents do. It has the V2
 * API alone, always wants a password, keeps the stream alive by comments, and is held against recordings.
 */
public final class OpenCode2 implements AutoCloseable {
    public static final String VERSION = "2.0.26";
    public static final String PASSWORD = "only the owner knows";

    /** A directory that it does not have: a session is created there, and its prompt refused. */
    public static final String NO_DIRECTORY = "/no/such/place";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("opencode:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OpenCode2Streams streams = new OpenCode2Streams();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final OpenCode2Location location = new OpenCode2Location();
    private final OpenCode2Agents agents;
    private final OpenCode2Routes routes;

    public OpenCode2() throws IOException {
        this(frame -> {});
    }

    /** Each event is also given to {@code frames}, as it is sent. */
    OpenCode2(Consumer<String> frames) throws IOException {
        agents = new OpenCode2Agents(frames.andThen(streams::write), location);
        routes = new OpenCode2Routes(agents, location);
        location.remove(NO_DIRECTORY);
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::handle);
        http.setExecutor(threads);
        http.start();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** Writes the file by which the service of a user is found. */
    public Path writeService(Path folder) throws IOException {
        return writeService(folder, "service.json", ProcessHandle.current().pid());
    }

    /** The same under another name, or naming another process. */
    public Path writeService(Path folder, String name, long pid) throws IOException {
        ObjectNode service = JSON.createObjectNode()
                .put("id", "srv_1")
                .put("version", VERSION)
                .put("url", baseUrl())
                .put("pid", pid)
                .put("password", PASSWORD);
        Path file = folder.resolve(name);
        Files.writeString(file, service.toString());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    /** Who works here. */
    public OpenCode2Agents agents() {
        return agents;
    }

    /** Each request that was not a GET: method, path and body. */
    public List<String> posted() {
        return List.copyOf(posted);
    }

    /** The paths of all requests, with their queries where these name a directory. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Its directories, and what is stored for their projects. */
    public OpenCode2Location location() {
        return location;
    }

    public int streams() {
        return streams.count();
    }

    /** Ends the event streams; what is told until they are open again is lost. */
    public void dropStreams() {
        streams.drop();
    }

    /** Ends the event streams, and opens none until {@link #acceptStreams}. */
    public void refuseStreams() {
        streams.refuse();
    }

    public void acceptStreams() {
        streams.accept();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        if (!LOGIN.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"opencode\"");
            answer(exchange, OpenCode2Reply.refused(401, "UnauthorizedError", "Authentication required"));
        } else if (path.equals("/api/event")) {
            stream(exchange);
        } else if (path.startsWith("/api/experimental/session/") && path.endsWith("/log")) {
            log(exchange, path.split("/", -1)[4]);
        } else {
            OpenCode2Reply reply;
            synchronized (agents) {
                reply = reply(exchange, path, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            }
            answer(exchange, reply);
        }
    }

    private OpenCode2Reply reply(HttpExchange exchange, String path, JsonNode body) {
        String method = exchange.getRequestMethod();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        asked.add(path + (query.contains("directory") ? "?" + query : ""));
        if (!method.equals("GET")) {
            posted.add(method + " " + path + " " + body);
        }
        return routes.reply(method, path, query(exchange), body);
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        for (String pair : raw.split("&", -1)) {
            int at = pair.indexOf('=');
            if (at > 0) {
                query.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (streams.refusing()) {
            answer(exchange, OpenCode2Reply.refused(503, "ServiceUnavailableError", "It is stopping."));
        } else {
            streams.open(exchange);
        }
    }

    private void log(HttpExchange exchange, String id) throws IOException {
        int after = Integer.parseInt(query(exchange).getOrDefault("after", "-1"));
        Optional<String> events;
        synchronized (agents) {
            events = agents.find(id).map(session -> session.logAfter(after));
        }
        if (events.isPresent()) {
            answer(exchange, 200, "text/event-stream", events.get());
        } else {
            answer(exchange, OpenCode2Reply.refused(404, "SessionNotFoundError", "Session not found: " + id));
        }
    }

    private static void answer(HttpExchange exchange, OpenCode2Reply reply) throws IOException {
        JsonNode body = reply.body();
        answer(exchange, reply.status(), "application/json", body.isMissingNode() ? "" : body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            if (bytes.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", type);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        dropStreams();
        http.stop(0);
        threads.shutdownNow();
    }
}
