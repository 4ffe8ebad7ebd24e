package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/**
 * A loopback OpenCode whose sessions sit in a shell command until they are aborted, and that can be told not to listen:
 * what a real one does only in bad luck. Aborting a parent leaves its children alone. It has no event stream.
 */
public final class StubbornServer extends Dispatcher implements AutoCloseable {
    /** What becomes of a request to abort a session. */
    public enum Ear {
        HEEDS,
        /** Says yes and goes on. */
        IGNORES,
        /** Says yes to the first request and heeds the second. */
        IGNORES_ONCE,
        REFUSES
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOON = 1_795_348_800_000L;
    private static final String DIRECTORY = "/home/dev/project";

    private final MockWebServer web = new MockWebServer();
    private final Map<String, ObjectNode> sessions = new ConcurrentHashMap<>();
    private final Map<String, ObjectNode> answers = new ConcurrentHashMap<>();
    private final Map<String, Ear> ears = new ConcurrentHashMap<>();
    private final List<String> aborts = new CopyOnWriteArrayList<>();
    private long now = NOON;

    public StubbornServer() throws IOException {
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    public String baseUrl() {
        return web.url("/").toString();
    }

    /** Begins a session at work, under a parent unless that is "". */
    public synchronized void begin(String id, String parent, Ear ear) {
        ObjectNode session = JSON.createObjectNode().put("id", id).put("title", "Task " + id);
        session.put("directory", DIRECTORY).putObject("time").put("created", ++now);
        if (!parent.isEmpty()) {
            session.put("parentID", parent);
        }
        ears.put(id, ear);
        sessions.put(id, session);
        prompt(id);
    }

    /** Prompts a session that is there: it begins to work. */
    public synchronized void prompt(String id) {
        ObjectNode info = JSON.createObjectNode().put("id", "msg_2_" + now).put("role", "assistant");
        info.put("parentID", "msg_1").putObject("time").put("created", now);
        answers.put(id, info);
        touch(id);
    }

    /** It ends as if nobody had asked. */
    public synchronized void complete(String id) {
        answers.get(id).put("finish", "stop").withObject("/time").put("completed", now);
        touch(id);
    }

    public void hears(String id, Ear ear) {
        ears.put(id, ear);
    }

    /** The sessions that were to be aborted, in the order of the requests. */
    public List<String> aborts() {
        return List.copyOf(aborts);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        String id = path.replaceAll("^/session/([^/]+).*$", "$1");
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "health" -> json("{\"healthy\":true,\"version\":\"1.18.33\"}");
            case "status" -> json(status().toString());
            case "session" ->
                json(JSON.createArrayNode().addAll(sessions.values()).toString());
            case "message" ->
                json(JSON.createArrayNode().add(user()).add(assistant(id)).toString());
            case "msg_1" -> json(user().toString());
            case "abort" -> abort(id);
            case "permission", "question" -> json("[]");
            default -> new MockResponse(404, Headers.of(), "");
        };
    }

    private MockResponse abort(String id) {
        boolean again = aborts.contains(id);
        aborts.add(id);
        switch (ears.get(id)) {
            case HEEDS -> stop(id);
            case IGNORES -> {}
            case IGNORES_ONCE -> {
                if (again) {
                    stop(id);
                }
            }
            case REFUSES -> {
                return new MockResponse(
                        500, Headers.of("Content-Type", "application/json"), "{\"data\":{\"message\":\"boom\"}}");
            }
        }
        return json("true");
    }

    private void stop(String id) {
        if (working(id)) {
            ObjectNode info = answers.get(id);
            info.withObject("/time").put("completed", now);
            info.putObject("error")
                    .put("name", "MessageAbortedError")
                    .putObject("data")
                    .put("message", "Aborted");
            touch(id);
        }
    }

    private boolean working(String id) {
        return !answers.get(id).path("time").has("completed");
    }

    private void touch(String id) {
        sessions.get(id).withObject("/time").put("updated", ++now);
    }

    private ObjectNode status() {
        ObjectNode status = JSON.createObjectNode();
        sessions.keySet().stream()
                .filter(this::working)
                .forEach(id -> status.putObject(id).put("type", "busy"));
        return status;
    }

    private static ObjectNode user() {
        ObjectNode message = JSON.createObjectNode();
        message.putObject("info")
                .put("id", "msg_1")
                .put("role", "user")
                .putObject("time")
                .put("created", NOON);
        message.putArray("parts");
        return message;
    }

    private ObjectNode assistant(String id) {
        ObjectNode message = JSON.createObjectNode();
        JsonNode info = answers.get(id);
        ArrayNode parts = message.putArray("parts");
        message.set("info", info);
        ObjectNode part = parts.addObject()
                .put("id", "prt_1")
                .put("messageID", info.path("id").asText());
        part.put("type", "tool").put("tool", "bash");
        part.putObject("state").put("status", working(id) ? "running" : "error");
        return message;
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }

    @Override
    public void close() {
        web.close();
    }
}
