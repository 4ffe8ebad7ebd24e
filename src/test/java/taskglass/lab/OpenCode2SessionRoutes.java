package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an {@link OpenCode2} answers about one session. */
final class OpenCode2SessionRoutes {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MESSAGES = 50;

    private final OpenCode2Agents agents;
    private final OpenCode2Location location;

    OpenCode2SessionRoutes(OpenCode2Agents agents, OpenCode2Location location) {
        this.agents = agents;
        this.location = location;
    }

    /** @param way the path's parts: "", "api", "session", the id, and what is asked of it */
    OpenCode2Reply reply(String method, String[] way, Map<String, String> query, JsonNode body) {
        Optional<OpenCode2Session> found = agents.find(way[3]);
        if (found.isEmpty() && !way[3].equals("global")) {
            return none(way[3]);
        }
        if (way.length > 5) {
            return about(method, way, query, body);
        }
        OpenCode2Session session = found.orElseThrow();
        return switch (method + " " + (way.length > 4 ? way[4] : "")) {
            case "GET " -> OpenCode2Reply.of(session.info);
            case "PATCH " -> renamed(session, body);
            case "DELETE " -> {
                agents.delete(session.id);
                yield OpenCode2Reply.done();
            }
            case "GET message" -> OpenCode2Reply.page(messages(session, query), query, MESSAGES);
            case "GET inbox" -> OpenCode2Reply.of(JSON.valueToTree(session.inbox));
            case "GET permission" -> OpenCode2Reply.of(JSON.valueToTree(agents.asks.permissions(session.id::equals)));
            case "GET form" -> OpenCode2Reply.of(JSON.valueToTree(agents.asks.forms(session.id::equals)));
            case "POST prompt" -> prompted(session, body);
            case "POST synthetic" -> noted(session, body);
            case "POST agent" -> switched(session, "agent", body.path("agent"));
            case "POST model" -> switched(session, "model", body.path("model"));
            case "POST interrupt" -> interrupted(session);
            default -> OpenCode2Reply.unknown();
        };
    }

    private static OpenCode2Reply none(String id) {
        OpenCode2Reply none = OpenCode2Reply.refused(404, "SessionNotFoundError", "Session not found: " + id);
        ((ObjectNode) none.body()).put("sessionID", id);
        return none;
    }

    /** Of one thing in it: a message, a prompt in line, a permission request or a form. */
    private OpenCode2Reply about(String method, String[] way, Map<String, String> query, JsonNode body) {
        OpenCode2Session session =
                agents.find(way[3]).orElseGet(() -> new OpenCode2Session(way[3], JSON.createObjectNode()));
        String action = way.length > 6 ? way[6] : "";
        return switch (way[4]) {
            case "message" ->
                session.messages.stream()
                        .filter(one -> one.path("id").asText().equals(way[5]))
                        .findFirst()
                        .map(OpenCode2Reply::of)
                        .orElseGet(OpenCode2Reply::unknown);
            case "inbox" -> waiting(method, session, way[5], body);
            case "permission" -> agents.asks.decided(session, way[5], body);
            case "form" ->
                agents.asks.about(session, method, way[5], action, method.equals("DELETE") ? parameters(query) : body);
            default -> OpenCode2Reply.unknown();
        };
    }

    private static ObjectNode parameters(Map<String, String> query) {
        return JSON.createObjectNode().put("message", query.getOrDefault("message", ""));
    }

    private OpenCode2Reply renamed(OpenCode2Session session, JsonNode body) {
        agents.rename(session.id, body.path("title").asText());
        return OpenCode2Reply.done();
    }

    private static List<ObjectNode> messages(OpenCode2Session session, Map<String, String> query) {
        String type = query.getOrDefault("type", "");
        List<ObjectNode> wanted = session.messages.stream()
                .filter(message ->
                        type.isEmpty() || message.path("type").asText().equals(type))
                .toList();
        return query.getOrDefault("order", "desc").equals("asc") ? wanted : wanted.reversed();
    }

    private OpenCode2Reply prompted(OpenCode2Session session, JsonNode body) {
        if (!body.has("text")) {
            return OpenCode2Reply.missing("text");
        }
        if (location.isMissing(session.directory())) {
            return OpenCode2Reply.noPlace(session.directory());
        }
        String delivery = body.path("delivery").asText(OpenCode2Runs.STEER);
        String id = agents.prompt(session.id, body.path("text").asText(), delivery);
        ObjectNode answer = JSON.createObjectNode().put("id", id).put("sessionID", session.id);
        answer.putObject("time").put("created", agents.events.tick());
        answer.put("type", "user")
                .putObject("payload")
                .put("text", body.path("text").asText());
        return OpenCode2Reply.of(answer.put("delivery", delivery));
    }

    private OpenCode2Reply noted(OpenCode2Session session, JsonNode body) {
        ObjectNode payload =
                JSON.createObjectNode().put("text", body.path("text").asText());
        String id = agents.runs.admit(
                session,
                "synthetic",
                payload,
                OpenCode2Runs.STEER,
                body.path("resume").asBoolean(true));
        return OpenCode2Reply.of(JSON.createObjectNode().put("id", id));
    }

    private OpenCode2Reply switched(OpenCode2Session session, String what, JsonNode to) {
        ObjectNode data = OpenCode2Data.of(session.id);
        data.set(what, to);
        if (session.info.has(what)) {
            data.set("previous", session.info.get(what));
        }
        session.info.set(what, to);
        agents.events.send(session, "session." + what + ".selected", data);
        return OpenCode2Reply.done();
    }

    private OpenCode2Reply waiting(String method, OpenCode2Session session, String id, JsonNode body) {
        List<ObjectNode> found = session.inbox.stream()
                .filter(item -> item.path("id").asText().equals(id))
                .toList();
        if (found.isEmpty()) {
            return OpenCode2Reply.refused(404, "InboxItemNotFoundError", "Inbox item not found: " + id);
        }
        ObjectNode data = OpenCode2Data.of(session.id).put("inboxID", id);
        if (method.equals("DELETE")) {
            session.inbox.remove(found.getFirst());
            agents.events.send(session, "session.inbox.cancelled", data);
        } else {
            String delivery = body.path("delivery").asText();
            found.getFirst().put("delivery", delivery);
            agents.events.send(session, "session.inbox.delivery.changed", data.put("delivery", delivery));
        }
        return OpenCode2Reply.done();
    }

    private OpenCode2Reply interrupted(OpenCode2Session session) {
        boolean was = session.active;
        if (was) {
            agents.stop(session.id);
        }
        return new OpenCode2Reply(200, JSON.createObjectNode().put("interrupted", was));
    }
}
