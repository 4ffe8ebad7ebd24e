package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What an {@link OpenCode2} answers at which path, but for its streams and what is asked of one session. */
final class OpenCode2Routes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIRECTORY = "location[directory]";
    private static final int SESSIONS = 50;

    private final OpenCode2Agents agents;
    private final OpenCode2Location location;
    private final OpenCode2SessionRoutes ofSession;

    OpenCode2Routes(OpenCode2Agents agents, OpenCode2Location location) {
        this.agents = agents;
        this.location = location;
        this.ofSession = new OpenCode2SessionRoutes(agents, location);
    }

    OpenCode2Reply reply(String method, String path, Map<String, String> query, JsonNode body) {
        String directory = query.getOrDefault(DIRECTORY, "");
        if (!directory.isEmpty()) {
            location.load(directory);
        }
        if (location.isMissing(directory)) {
            return OpenCode2Reply.noPlace(directory);
        }
        return switch (method + " " + path) {
            case "GET /api/info" -> new OpenCode2Reply(200, info());
            case "GET /api/session" -> OpenCode2Reply.page(sessions(query), query, SESSIONS);
            case "POST /api/session" -> OpenCode2Reply.of(created(body));
            case "GET /api/session/active" -> OpenCode2Reply.of(active());
            case "GET /api/permission/request" ->
                OpenCode2Reply.at(directory, JSON.valueToTree(agents.asks.permissions(id -> isIn(directory, id))));
            case "GET /api/permission/saved" -> OpenCode2Reply.of(JSON.valueToTree(location.saved(directory)));
            case "GET /api/form" ->
                OpenCode2Reply.at(
                        directory, JSON.valueToTree(agents.asks.formsIn(directory, id -> isIn(directory, id))));
            case "GET /api/agent" -> OpenCode2Reply.at(directory, loaded("agent", directory, agentList()));
            case "GET /api/model" -> OpenCode2Reply.at(directory, loaded("model", directory, modelList()));
            default -> deeper(method, path, query, body);
        };
    }

    private OpenCode2Reply deeper(String method, String path, Map<String, String> query, JsonNode body) {
        String saved = "/api/permission/saved/";
        if (method.equals("DELETE") && path.startsWith(saved)) {
            return location.revoke(path.substring(saved.length())) ? OpenCode2Reply.done() : OpenCode2Reply.unknown();
        }
        return path.startsWith("/api/session/")
                ? ofSession.reply(method, path.split("/", -1), query, body)
                : OpenCode2Reply.unknown();
    }

    private static ObjectNode info() {
        ObjectNode info = JSON.createObjectNode()
                .put("version", OpenCode2.VERSION)
                .put("pid", ProcessHandle.current().pid());
        info.putArray("urls");
        info.putObject("paths").put("tmp", "/tmp/opencode");
        return info;
    }

    /** A directory that does not exist is no obstacle; it belongs to no project. */
    private ObjectNode created(JsonNode body) {
        OpenCode2Session session = agents.create(body);
        return location.isMissing(session.directory())
                ? session.info.put("subpath", session.directory().substring(1))
                : session.info;
    }

    /** The one that was updated last is the first. */
    private List<ObjectNode> sessions(Map<String, String> query) {
        String parent = query.getOrDefault("parentID", "");
        return agents.sessions.values().stream()
                .map(session -> session.info)
                .filter(info ->
                        parent.isEmpty() || info.path("parentID").asText("null").equals(parent))
                .sorted(Comparator.comparingLong(
                                (ObjectNode info) -> info.at("/time/updated").asLong())
                        .reversed())
                .toList();
    }

    private ObjectNode active() {
        ObjectNode active = JSON.createObjectNode();
        agents.sessions.values().stream()
                .filter(session -> session.active)
                .forEach(session -> active.putObject(session.id).put("type", "running"));
        return active;
    }

    private boolean isIn(String directory, String session) {
        return agents.find(session)
                .map(one -> one.directory().equals(directory))
                .orElse(true);
    }

    /** Empty until the directory has been loaded, which goes on behind the first answers. */
    private ArrayNode loaded(String list, String directory, ArrayNode full) {
        if (location.isLoading(list, directory)) {
            agents.events.tellOf(directory, list + ".updated", JSON.createObjectNode());
            return JSON.createArrayNode();
        }
        return full;
    }

    private static ArrayNode agentList() {
        ArrayNode agents = JSON.createArrayNode();
        agents.addObject()
                .put("id", "build")
                .put("name", "Build")
                .put("mode", "primary")
                .put("hidden", false);
        agents.addObject()
                .put("id", "plan")
                .put("name", "Plan")
                .put("mode", "primary")
                .put("hidden", false);
        agents.addObject()
                .put("id", "title")
                .put("name", "Title")
                .put("mode", "primary")
                .put("hidden", true);
        return agents;
    }

    /** With what its provider is asked with, the key among it. */
    private static ArrayNode modelList() {
        ArrayNode models = JSON.createArrayNode();
        ObjectNode model = OpenCode2Data.model().put("name", "Scripted").put("modelID", "scripted");
        model.putObject("settings").put("baseURL", "http://127.0.0.1/v1").put("apiKey", OpenCode2Location.KEY);
        models.add(model.put("status", "active").put("enabled", true));
        return models;
    }
}
