package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Dispatches each call of the wire to its answer. */
final class Routes {
    private static final int PAGE = 100;

    /** One request, its path split at the slashes. */
    record Call(String method, List<String> path, QueryString query, JsonNode body) {
        String at(int place) {
            return place < path.size() ? path.get(place) : "";
        }
    }

    /** An answer. {@code next} is the cursor of the page before, "" if there is none. */
    record Answer(int status, JsonNode body, String next) {
        static Answer ok(JsonNode body) {
            return new Answer(200, body, "");
        }

        static Answer done() {
            return ok(JsonNodeFactory.instance.booleanNode(true));
        }

        static Answer missing() {
            ObjectNode error = JsonNodeFactory.instance.objectNode().put("name", "NotFoundError");
            error.putObject("data").put("message", "not found");
            return new Answer(404, error, "");
        }
    }

    private final DemoSessions demoSessions;
    private final DemoScenario demoScenario;

    Routes(DemoSessions demoSessions, DemoScenario demoScenario) {
        this.demoSessions = demoSessions;
        this.demoScenario = demoScenario;
    }

    Answer answer(Call call) {
        return switch (call.method() + " " + call.at(0)) {
            case "GET global" -> Answer.ok(node().put("healthy", true).put("version", DemoModels.VERSION));
            case "GET experimental" -> Answer.ok(sessions(call.query()));
            case "GET agent" -> Answer.ok(DemoModels.agents());
            case "GET config" ->
                Answer.ok(call.at(1).equals("providers") ? DemoModels.providers() : DemoModels.config());
            case "GET path" -> Answer.ok(node().put("directory", call.query().directory()));
            case "GET permission" -> Answer.ok(waiting(DemoRequests.Kind.PERMISSION, call));
            case "GET question" -> Answer.ok(waiting(DemoRequests.Kind.QUESTION, call));
            case "POST permission", "POST question" -> reply(call);
            case "POST session" -> call.at(1).isEmpty() ? create(call) : session(call);
            case "GET session" -> call.at(1).equals("status") ? Answer.ok(status(call)) : session(call);
            case "PATCH session", "DELETE session" -> session(call);
            default -> Answer.missing();
        };
    }

    private ArrayNode sessions(QueryString queryString) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        demoSessions.newestFirst().stream()
                .filter(demoSession -> demoSession.updated() >= queryString.number("start", 0))
                .filter(demoSession -> demoSession.updated() < queryString.number("cursor", Long.MAX_VALUE))
                .limit(queryString.number("limit", PAGE))
                .forEach(demoSession -> list.add(demoSession.info()));
        return list;
    }

    private ObjectNode status(Call call) {
        ObjectNode working = node();
        demoSessions
                .in(call.query().directory())
                .forEach(
                        demoSession -> demoSession.status().ifPresent(status -> working.set(demoSession.id(), status)));
        return working;
    }

    private ArrayNode waiting(DemoRequests.Kind kind, Call call) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(demoSessions.asks().waiting(kind, call.query().directory()));
    }

    private Answer reply(Call call) {
        boolean dismissed = call.at(0).equals("question") && call.at(2).equals("reject");
        boolean waited = demoSessions.asks().answer(call.at(1), dismissed ? "rejected" : "replied", call.body());
        return waited ? Answer.done() : Answer.missing();
    }

    private Answer create(Call call) {
        Optional<String> parent =
                Optional.of(call.body().path("parentID").asText()).filter(id -> !id.isEmpty());
        String title = call.body().path("title").asText("New session");
        return Answer.ok(
                demoSessions.create(title, call.query().directory(), parent).info());
    }

    private Answer session(Call call) {
        return demoSessions
                .find(call.at(1))
                .map(demoSession -> new SessionCalls(demoSessions, demoScenario, demoSession).answer(call))
                .orElseGet(Answer::missing);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
