package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What waits for a person at an {@link OpenCode2}, what was answered, and which permissions were given for good. */
final class OpenCode2Asks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PENDING = "pending";

    private final OpenCode2Events events;
    private final OpenCode2Runs runs;
    private final List<ObjectNode> permissions = new ArrayList<>();

    /** All that there ever were, by id. */
    private final Map<String, ObjectNode> forms = new LinkedHashMap<>();

    /** Where the forms that belong to no session were asked. */
    private final Map<String, String> places = new HashMap<>();

    private final OpenCode2Location location;

    OpenCode2Asks(OpenCode2Events events, OpenCode2Runs runs, OpenCode2Location location) {
        this.events = events;
        this.runs = runs;
        this.location = location;
    }

    String permission(OpenCode2Session session, ObjectNode request) {
        OpenCode2Requests.source(session, request);
        permissions.add(request);
        asked(session, "permission.asked", request);
        return request.path("id").asText();
    }

    String form(OpenCode2Session session, ObjectNode form) {
        OpenCode2Requests.tool(session, form);
        forms.put(form.path("id").asText(), form.deepCopy().set("state", status(PENDING)));
        ObjectNode data = JSON.createObjectNode();
        data.set("form", form);
        asked(session, "form.created", data);
        return form.path("id").asText();
    }

    /** Of an MCP server, in the list of that directory alone. */
    String form(String directory, ObjectNode form) {
        String id = form.path("id").asText();
        forms.put(id, form.deepCopy().set("state", status(PENDING)));
        places.put(id, directory);
        ObjectNode data = JSON.createObjectNode();
        data.set("form", form);
        events.tellOf(directory, "form.created", data);
        return id;
    }

    /** Those of sessions in the directory, and those of MCP servers that were started there. */
    List<ObjectNode> formsIn(String directory, Predicate<String> ofSession) {
        return forms(session -> true).stream()
                .filter(form -> {
                    String place = places.get(form.path("id").asText());
                    return place == null ? ofSession.test(form.path("sessionID").asText()) : place.equals(directory);
                })
                .toList();
    }

    /** The answer's body has ended then, though its text is ended only now. */
    private void asked(OpenCode2Session session, String type, ObjectNode data) {
        if (session.step.isPresent()) {
            runs.streamed(session);
        }
        events.send(session, type, data);
        runs.textEnds(session);
    }

    List<ObjectNode> permissions(Predicate<String> ofSession) {
        return of(permissions.stream(), ofSession);
    }

    List<ObjectNode> forms(Predicate<String> ofSession) {
        return of(
                forms.values().stream()
                        .filter(form -> form.at("/state/status").asText().equals(PENDING)),
                ofSession);
    }

    private static List<ObjectNode> of(Stream<ObjectNode> asks, Predicate<String> ofSession) {
        return asks.filter(ask -> ofSession.test(ask.path("sessionID").asText()))
                .toList();
    }

    OpenCode2Reply decided(OpenCode2Session session, String id, JsonNode body) {
        if (!body.has("decision")) {
            return OpenCode2Reply.missing("decision");
        }
        List<ObjectNode> found = permissions.stream()
                .filter(request -> request.path("id").asText().equals(id))
                .toList();
        if (found.isEmpty()) {
            OpenCode2Reply gone =
                    OpenCode2Reply.refused(404, "PermissionNotFoundError", "Permission request not found: " + id);
            ((ObjectNode) gone.body()).put("requestID", id);
            return gone;
        }
        decided(
                session,
                found.getFirst(),
                body.path("decision").asText(),
                body.path("message").asText());
        return OpenCode2Reply.done();
    }

    private void decided(OpenCode2Session session, ObjectNode request, String decision, String message) {
        replied(session, request, decision);
        if (decision.equals("always")) {
            request.path("save")
                    .forEach(resource -> location.save(
                            session.directory(), request.path("action").asText(), resource.asText()));
        } else if (decision.equals("reject")) {
            permissions(session.id::equals).forEach(other -> replied(session, other, decision));
            rejected(session, request.at("/source/id").asText(), message);
        }
    }

    /** Without a message the run ends; with one the model reads it and goes on. */
    private void rejected(OpenCode2Session session, String call, String message) {
        if (message.isEmpty()) {
            runs.interrupt(session, OpenCode2Runs.SHUTDOWN, "The user declined this tool call");
        } else if (session.calls.containsKey(call)) {
            runs.callFails(session, call, OpenCode2Data.error("permission.rejected", message));
        }
    }

    private void replied(OpenCode2Session session, ObjectNode request, String decision) {
        permissions.remove(request);
        ObjectNode data = OpenCode2Data.of(session.id)
                .put("requestID", request.path("id").asText())
                .put("reply", decision);
        events.send(session, "permission.replied", data);
    }

    OpenCode2Reply about(OpenCode2Session session, String method, String id, String what, JsonNode body) {
        ObjectNode form = forms.get(id);
        if (form == null) {
            OpenCode2Reply none = OpenCode2Reply.refused(404, "FormNotFoundError", "Form not found: " + id);
            ((ObjectNode) none.body()).put("id", id);
            return none;
        }
        return switch (method + " " + what) {
            case "GET " -> OpenCode2Reply.of(form);
            case "POST reply" -> answered(session, form, body.path("answer"));
            case "DELETE " -> dismissed(session, form, body.path("message").asText());
            default -> OpenCode2Reply.unknown();
        };
    }

    private OpenCode2Reply answered(OpenCode2Session session, ObjectNode form, JsonNode answer) {
        form.set("state", status("answered"));
        ObjectNode data = JSON.createObjectNode()
                .put("id", form.path("id").asText())
                .put("sessionID", form.path("sessionID").asText());
        data.set("answer", answer);
        events.send(session, "form.replied", data);
        return OpenCode2Reply.done();
    }

    private OpenCode2Reply dismissed(OpenCode2Session session, ObjectNode form, String message) {
        form.set("state", status("cancelled"));
        events.send(
                session,
                "form.cancelled",
                JSON.createObjectNode()
                        .put("id", form.path("id").asText())
                        .put("sessionID", form.path("sessionID").asText()));
        if (message.isEmpty() && session.active) {
            runs.interrupt(session, OpenCode2Runs.SHUTDOWN, "The user dismissed this question");
        }
        return OpenCode2Reply.done();
    }

    /** With the process, or with the run that asked, the requests go. */
    void forget(String session) {
        permissions.removeIf(ask -> ask.path("sessionID").asText().equals(session));
        forms.values().removeIf(ask -> ask.path("sessionID").asText().equals(session));
    }

    private static ObjectNode status(String status) {
        return JSON.createObjectNode().put("status", status);
    }
}
