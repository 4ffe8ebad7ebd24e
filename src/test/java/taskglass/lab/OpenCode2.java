package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OpenCode that speaks 2.0.26 as it was read and recorded, over real HTTP and SSE; a test tells what its agents do. It has the
 * V2 API alone, always wants a password, keeps the stream alive by comments and knows how each run ended.
 */
public final class OpenCode2 implements AutoCloseable {
    public static final String VERSION = "2.0.26";
    public static final String PASSWORD = "only the owner knows";
    /** A directory that it does not have: a session is created there, and its prompt refused. */
    public static final String NO_DIRECTORY = "/no/such/place";

    private static final int MOST_SESSIONS = 50;
    private static final int MOST_MESSAGES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("opencode:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OpenCode2Streams streams = new OpenCode2Streams();
    private static final OpenCode2Reply NOT_FOUND = new OpenCode2Reply(
            404, JSON.createObjectNode().put("_tag", "NotFoundError").put("message", "not found"));

    private final OpenCode2Location location = new OpenCode2Location();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final OpenCode2Agents agents = new OpenCode2Agents(streams::write);

    public OpenCode2() throws IOException {
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
        ObjectNode service = JSON.createObjectNode()
                .put("url", baseUrl())
                .put("pid", ProcessHandle.current().pid())
                .put("password", PASSWORD);
        Path file = folder.resolve("service.json");
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

    /** What it has stored for its project, and what a launch there may choose from. */
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
            answer(
                    exchange,
                    401,
                    JSON.createObjectNode().put("_tag", "UnauthorizedError").put("message", "Authentication required"));
        } else if (path.equals("/api/event")) {
            stream(exchange);
        } else if (path.endsWith("/log")) {
            log(exchange, path.split("/", -1)[4]);
        } else {
            OpenCode2Reply reply;
            synchronized (agents) {
                reply = reply(exchange, path, body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body));
            }
            answer(exchange, reply.status(), reply.body());
        }
    }

    private OpenCode2Reply reply(HttpExchange exchange, String path, JsonNode body) {
        String method = exchange.getRequestMethod();
        if (!method.equals("GET")) {
            posted.add(method + " " + path + " " + body);
        }
        String[] way = path.split("/", -1);
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        asked.add(path + (query.contains("directory") ? "?" + query : ""));
        return switch (path) {
            case "/api/info" ->
                new OpenCode2Reply(
                        200,
                        JSON.createObjectNode()
                                .put("version", VERSION)
                                .put("pid", ProcessHandle.current().pid()));
            case "/api/session" ->
                method.equals("POST") ? OpenCode2Reply.of(agents.sessions.get(agents.create(body))) : list(query);
            case "/api/session/active" -> OpenCode2Reply.of(JSON.valueToTree(agents.active));
            case "/api/form" -> OpenCode2Reply.of(JSON.valueToTree(agents.forms));
            case "/api/agent", "/api/model", "/api/permission/saved" -> ofLocation(path, query);
            default -> {
                if (path.startsWith("/api/permission/saved/")) {
                    location.revoke(way[4]);
                    yield OpenCode2Reply.done();
                }
                boolean session = path.startsWith("/api/session/")
                        && (agents.sessions.containsKey(way[3]) || way[3].equals("global"));
                yield session ? about(method, way, query, body) : NOT_FOUND;
            }
        };
    }

    private OpenCode2Reply ofLocation(String path, String query) {
        return OpenCode2Reply.of(
                switch (path) {
                    case "/api/agent" -> location.agents(query);
                    case "/api/model" -> location.models(query);
                    default -> location.saved();
                });
    }

    private OpenCode2Reply about(String method, String[] way, String query, JsonNode body) {
        String session = way[3];
        String what = String.join("/", List.of(way).subList(4, way.length));
        if (what.isEmpty()) {
            return whole(method, session, body);
        }
        if (what.startsWith("inbox/")) {
            agents.drop(session, way[5]);
            return OpenCode2Reply.done();
        }
        if (what.startsWith("permission/") || what.startsWith("form/")) {
            return answered(method, session, way, body);
        }
        return switch (what) {
            case "message" -> OpenCode2Reply.page(agents.kept.messages(session).reversed(), query, MOST_MESSAGES);
            case "inbox" -> OpenCode2Reply.of(JSON.valueToTree(agents.kept.inbox(session)));
            case "form" -> open(agents.forms, session);
            case "permission" -> open(agents.permissions, session);
            case "prompt" -> prompt(session, body);
            case "synthetic", "agent", "model" -> OpenCode2Reply.done();
            case "interrupt" -> interrupt(session);
            default -> NOT_FOUND;
        };
    }

    /** Taken from now on, and worked on when the test says so. */
    private OpenCode2Reply prompt(String session, JsonNode body) {
        if (!body.has("text")) {
            return OpenCode2Reply.invalid("Missing key\n  at [\"text\"]");
        }
        if (agents.sessions.get(session).at("/location/directory").asText().equals(NO_DIRECTORY)) {
            return NOT_FOUND;
        }
        ObjectNode item = OpenCode2Data.user(
                body.path("text").asText(), body.path("delivery").asText("steer"));
        String id = agents.enqueue(session, item);
        return OpenCode2Reply.of(OpenCode2Data.of(session).put("id", id).setAll(item));
    }

    private static OpenCode2Reply open(List<ObjectNode> all, String session) {
        return OpenCode2Reply.of(JSON.valueToTree(all.stream()
                .filter(one -> one.path("sessionID").asText().equals(session))
                .toList()));
    }

    private OpenCode2Reply whole(String method, String session, JsonNode body) {
        switch (method) {
            case "PATCH" -> agents.rename(session, body.path("title").asText());
            case "DELETE" -> {
                agents.sessions.remove(session);
                agents.emit(session, "session.deleted", OpenCode2Data.of(session));
            }
            default -> {
                return OpenCode2Reply.of(agents.sessions.get(session));
            }
        }
        return OpenCode2Reply.done();
    }

    /** Forms are read, answered and deleted; a permission is decided about, and nothing else will do. */
    private OpenCode2Reply answered(String method, String session, String[] way, JsonNode body) {
        boolean form = way[4].equals("form");
        List<ObjectNode> open = form ? agents.forms : agents.permissions;
        Optional<ObjectNode> known = open.stream()
                .filter(one -> one.path("id").asText().equals(way[5]))
                .findFirst();
        boolean knownWay = method.equals("GET") || method.equals("DELETE") || way[way.length - 1].equals("reply");
        if (known.isEmpty() || !knownWay) {
            return NOT_FOUND;
        }
        if (method.equals("GET")) {
            return OpenCode2Reply.of(known.get());
        }
        if (!form && !body.has("decision")) {
            return OpenCode2Reply.invalid("Missing key\n  at [\"decision\"]");
        }
        open.remove(known.get());
        ObjectNode data = OpenCode2Data.of(session).put(form ? "id" : "requestID", way[5]);
        if (!form) {
            data.set("reply", body.path("decision"));
        }
        String end = method.equals("DELETE") ? "form.cancelled" : "form.replied";
        agents.emit(session, form ? end : "permission.replied", data);
        return OpenCode2Reply.done();
    }

    private OpenCode2Reply interrupt(String session) {
        boolean was = agents.active.containsKey(session);
        if (was) {
            agents.interrupted(session, "user");
        }
        return new OpenCode2Reply(200, JSON.createObjectNode().put("interrupted", was));
    }

    private OpenCode2Reply list(String query) {
        List<ObjectNode> newestFirst = new ArrayList<>(agents.sessions.values()).reversed();
        return OpenCode2Reply.page(newestFirst, query, MOST_SESSIONS);
    }

    private void stream(HttpExchange exchange) throws IOException {
        if (streams.refusing()) {
            answer(exchange, 503, JSON.createObjectNode().put("_tag", "ServiceUnavailableError"));
        } else {
            streams.open(exchange);
        }
    }

    private void log(HttpExchange exchange, String session) throws IOException {
        int seq = OpenCode2Reply.number(String.valueOf(exchange.getRequestURI().getQuery()), "after", -1);
        answer(exchange, 200, "text/event-stream", agents.kept.logAfter(session, seq));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        answer(exchange, status, "application/json", body.isMissingNode() ? "" : body.toString());
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
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
