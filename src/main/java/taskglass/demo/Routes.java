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

    private final DemoSessions world;
    private final DemoScenario afternoon;

    Routes(DemoSessions world, DemoScenario afternoon) {
        this.world = world;
        this.afternoon = afternoon;
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

    private ArrayNode sessions(QueryString query) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        world.newestFirst().stream()
                .filter(session -> session.updated() >= query.number("start", 0))
                .filter(session -> session.updated() < query.number("cursor", Long.MAX_VALUE))
                .limit(query.number("limit", PAGE))
                .forEach(session -> list.add(session.info()));
        return list;
    }

    private ObjectNode status(Asked asked) {
        ObjectNode working = node();
        world.in(asked.query().directory())
                .forEach(session -> session.status().ifPresent(status -> working.set(session.id(), status)));
        return working;
    }

    private ArrayNode waiting(DemoRequests.Kind kind, Asked asked) {
        return JsonNodeFactory.instance
                .arrayNode()
                .addAll(world.asks().waiting(kind, asked.query().directory()));
    }

    private Answer reply(Asked asked) {
        boolean dismissed = asked.at(0).equals("question") && asked.at(2).equals("reject");
        boolean waited = world.asks().answer(asked.at(1), dismissed ? "rejected" : "replied", asked.body());
        return waited ? Answer.done() : Answer.missing();
    }

    private Answer create(Asked asked) {
        Optional<String> parent =
                Optional.of(asked.body().path("parentID").asText()).filter(id -> !id.isEmpty());
        String title = asked.body().path("title").asText("New session");
        return Answer.ok(world.create(title, asked.query().directory(), parent).info());
    }

    private Answer session(Asked asked) {
        return world.find(asked.at(1))
                .map(session -> new SessionCalls(world, afternoon, session).answer(asked))
                .orElseGet(Answer::missing);
    }

    static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }
}
