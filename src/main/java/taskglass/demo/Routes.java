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
    record Asked(String method, List<String> path, QueryString query, JsonNode body) {
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

    Answer answer(Asked asked) {
        return switch (asked.method() + " " + asked.at(0)) {
            case "GET global" -> Answer.ok(node().put("healthy", true).put("version", DemoModels.VERSION));
            case "GET experimental" -> Answer.ok(sessions(asked.query()));
            case "GET agent" -> Answer.ok(DemoModels.agents());
            case "GET config" ->
                Answer.ok(asked.at(1).equals("providers") ? DemoModels.providers() : DemoModels.config());
            case "GET path" -> Answer.ok(node().put("directory", asked.query().directory()));
            case "GET permission" -> Answer.ok(waiting(DemoRequests.Kind.PERMISSION, asked));
            case "GET question" -> Answer.ok(waiting(DemoRequests.Kind.QUESTION, asked));
            case "POST permission", "POST question" -> reply(asked);
            case "POST session" -> asked.at(1).isEmpty() ? create(asked) : session(asked);
            case "GET session" -> asked.at(1).equals("status") ? Answer.ok(status(asked)) : session(asked);
            case "PATCH session", "DELETE session" -> session(asked);
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

    private ObjectNode status(Asked asked) {
        ObjectNode working = node();
        demoSessions
                .in(asked.query().directory())
                .forEach(
                        demoSession -> demoSession.status().ifPresent(status -> working.set(demoSession.id(), status)));
        return working;
    }

    private ArrayNode waiting(DemoRequests.Kind kind, Asked asked) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(demoSessions.asks().waiting(kind, asked.query().directory()));
    }

    private Answer reply(Asked asked) {
        boolean dismissed = asked.at(0).equals("question") && asked.at(2).equals("reject");
        boolean waited = demoSessions.asks().answer(asked.at(1), dismissed ? "rejected" : "replied", asked.body());
        return waited ? Answer.done() : Answer.missing();
    }

    private Answer create(Asked asked) {
        Optional<String> parent =
                Optional.of(asked.body().path("parentID").asText()).filter(id -> !id.isEmpty());
        String title = asked.body().path("title").asText("New session");
        return Answer.ok(
                demoSessions.create(title, asked.query().directory(), parent).info());
    }

    private Answer session(Asked asked) {
        return demoSessions
                .find(asked.at(1))
                .map(demoSession -> new SessionCalls(demoSessions, demoScenario, demoSession).answer(asked))
                .orElseGet(Answer::missing);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
