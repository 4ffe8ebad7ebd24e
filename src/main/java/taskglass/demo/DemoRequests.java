package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The permission requests and questions that wait for the user, with the actions that follow their answers. */
final class DemoRequests {
    /** The kind of request. Each has its own paths and events. */
    enum Kind {
        PERMISSION("per"),
        QUESTION("que");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private record Ask(Kind kind, DemoSession session, ObjectNode request, Consumer<JsonNode> then) {}

    private final List<Ask> open = new ArrayList<>();
    private final DemoSessions demoSessions;

    DemoRequests(DemoSessions demoSessions) {
        this.demoSessions = demoSessions;
    }

    /**
     * Adds a request for the user.
     *
     * @param request the fields of the request on the wire, without its ids
     * @param then receives the body of the answer, which is empty for a dismissed question
     * @return the request's id
     */
    String ask(Kind kind, DemoSession demoSession, ObjectNode request, Consumer<JsonNode> then) {
        ObjectNode whole = request.objectNode();
        whole.put("id", demoSessions.id(kind.prefix)).put("sessionID", demoSession.id());
        whole.setAll(request);
        open.add(new Ask(kind, demoSession, whole, then));
        demoSessions.publish(demoSession, kind.word() + ".asked", whole);
        return whole.path("id").asText();
    }

    List<ObjectNode> waiting(Kind kind, String directory) {
        return open.stream()
                .filter(ask -> ask.kind == kind)
                .filter(ask -> directory.isEmpty() || ask.session.directory().equals(directory))
                .map(Ask::request)
                .toList();
    }

    int count() {
        return open.size();
    }

    /** Answers a request; false if it no longer waits. */
    boolean answer(String id, String event, JsonNode answer) {
        Optional<Ask> found = open.stream()
                .filter(ask -> ask.request.path("id").asText().equals(id))
                .findFirst();
        found.ifPresent(ask -> {
            open.remove(ask);
            ObjectNode properties = demoSessions.about(ask.session).put("requestID", id);
            answer.properties().forEach(field -> properties.set(field.getKey(), field.getValue()));
            demoSessions.publish(ask.session, ask.kind.word() + "." + event, properties);
            ask.then.accept(answer);
        });
        return found.isPresent();
    }

    /** Withdraws the requests of a session that has stopped. */
    void forget(DemoSession demoSession) {
        for (Ask ask : List.copyOf(open)) {
            if (ask.session == demoSession) {
                open.remove(ask);
                ObjectNode properties = demoSessions
                        .about(demoSession)
                        .put("requestID", ask.request.path("id").asText())
                        .put("reply", "reject");
                demoSessions.publish(
                        demoSession,
                        ask.kind == Kind.QUESTION ? "question.rejected" : "permission.replied",
                        properties);
            }
        }
    }
}
