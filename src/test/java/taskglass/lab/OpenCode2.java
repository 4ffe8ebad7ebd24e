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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An OpenCode of 2.x as its contract says it speaks, over real HTTP and SSE; a test tells what its agents do. It has the
 * V2 API alone, always wants a password, keeps the stream alive by comments and knows how each run ended.
 */
public final class OpenCode2 implements AutoCloseable {
    public static final String PASSWORD = "only the owner knows";
    private static final int MOST_SESSIONS = 50;
    private static final int MOST_MESSAGES = 200;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN =
            "Basic " + Base64.getEncoder().encodeToString(("opencode:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OpenCode2Streams streams = new OpenCode2Streams();
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
            answer(exchange, 401, JSON.createObjectNode().put("_tag", "Unauthorized"));
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
        return switch (path) {
            case "/api/info" ->
                new OpenCode2Reply(
                        200,
                        JSON.createObjectNode()
                                .put("version", "2.1.0")
                                .put("pid", ProcessHandle.current().pid()));
            case "/api/session" ->
                method.equals("POST") ? OpenCode2Reply.of(agents.sessions.get(agents.create(body))) : list(query);
            case "/api/session/active" -> OpenCode2Reply.of(JSON.valueToTree(agents.active));
            case "/api/permission/request" -> OpenCode2Reply.of(JSON.valueToTree(agents.permissions));
            case "/api/agent" ->
                OpenCode2Reply.of(JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("id", "build").put("mode", "primary")));
            case "/api/model" ->
                OpenCode2Reply.of(
                        JSON.createArrayNode().add(OpenCode2Data.model().put("name", "Scripted")));
            default ->
                path.startsWith("/api/session/") && agents.sessions.containsKey(way[3])
                        ? about(method, way, query, body)
                        : new OpenCode2Reply(
                                404,
                                JSON.createObjectNode()
                                        .put("_tag", "NotFoundError")
                                        .put("message", "not found"));
        };
    }

    private OpenCode2Reply about(String method, String[] way, String query, JsonNode body) {
        String session = way[3];
        String what = String.join("/", List.of(way).subList(4, way.length));
        if (what.isEmpty()) {
            return whole(method, session, body);
        }
        if (what.startsWith("inbox/")) {
            agents.kept.unqueue(session, way[5]);
            return OpenCode2Reply.done();
        }
        if (what.startsWith("permission/") || what.startsWith("form/")) {
            return asked(method, session, way);
        }
        return switch (what) {
            case "message" ->
                OpenCode2Reply.page(
                        agents.messages.getOrDefault(session, List.of()).reversed(), query, MOST_MESSAGES);
            case "inbox" -> OpenCode2Reply.of(JSON.valueToTree(agents.kept.inbox(session)));
            case "form" -> OpenCode2Reply.of(JSON.valueToTree(agents.forms));
            case "prompt" ->
                body.has("text")
                        ? OpenCode2Reply.of(OpenCode2Data.of(session))
                        : new OpenCode2Reply(400, JSON.createObjectNode().put("message", "no text"));
            case "synthetic", "agent", "model" -> OpenCode2Reply.done();
            case "interrupt" -> interrupt(session);
            default -> new OpenCode2Reply(404, JSON.createObjectNode().put("_tag", "NotFoundError"));
        };
    }

    private OpenCode2Reply whole(String method, String session, JsonNode body) {
        switch (method) {
            case "PATCH" -> agents.sessions.get(session).set("title", body.path("title"));
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

    private OpenCode2Reply asked(String method, String session, String[] way) {
        String id = way[5];
        List<ObjectNode> open = way[4].equals("form") ? agents.forms : agents.permissions;
        if (method.equals("GET")) {
            return OpenCode2Reply.of(open.stream()
                    .filter(one -> one.path("id").asText().equals(id))
                    .findFirst()
                    .orElseThrow());
        }
        open.removeIf(one -> one.path("id").asText().equals(id));
        boolean form = way[4].equals("form");
        agents.emit(
                session,
                form ? "form.replied" : "permission.v2.replied",
                OpenCode2Data.of(session).put(form ? "id" : "requestID", id));
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
        int seq = OpenCode2Reply.number(String.valueOf(exchange.getRequestURI().getQuery()), "after", 0);
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
