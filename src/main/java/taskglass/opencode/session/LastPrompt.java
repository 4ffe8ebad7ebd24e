package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.wire.PromptWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Assignment;
import taskglass.task.run.SessionInfo;

/** The user's last prompt to a session, as its server keeps it: the parts of the prompt, the agent and the model. */
public final class LastPrompt {
    /** The parts that a user puts into a prompt. A server adds parts of its own, and would add them again. */
    private static final Set<String> ASKED = Set.of("text", "file", "agent", "subtask");

    private static final Set<String> OWN_OF_THAT_MESSAGE = Set.of("id", "messageID", "sessionID");

    private static final int PAGE = 20;

    private final Assignment assignment;
    private final ObjectNode body;

    private LastPrompt(Assignment assignment, ObjectNode body) {
        this.assignment = assignment;
        this.body = body;
    }

    /**
     * Returns the prompt that the newest message is or answers. V2 does not report which prompt a message answers, so
     * the newest prompt is used there.
     */
    public static LastPrompt of(SessionApi api, SessionInfo session) throws ServerTrouble {
        SessionApi.Page page = api.messages(session, 1, "");
        Optional<JsonNode> prompt = newest(page);
        while (prompt.isEmpty() && !page.next().isEmpty()) {
            page = api.messages(session, PAGE, page.next());
            prompt = newest(page);
        }
        String answered =
                prompt.map(found -> found.at("/info/parentID").asText()).orElse("");
        return of(answered.isEmpty() ? prompt.orElseGet(Http.JSON::missingNode) : api.message(session, answered));
    }

    /** Returns the newest prompt of a page, or the newest answer that names its prompt. */
    private static Optional<JsonNode> newest(SessionApi.Page page) {
        return page.messages().reversed().stream()
                .filter(message ->
                        !V2Messages.isAnswer(message) || message.path("info").has("parentID"))
                .findFirst();
    }

    public static LastPrompt of(JsonNode message) {
        Assignment assignment = SessionWire.assignment(message.path("info"));
        ObjectNode body = PromptWire.prompt(assignment, "", false);
        var parts = body.putArray("parts");
        for (JsonNode part : message.path("parts")) {
            if (ASKED.contains(part.path("type").asText())
                    && !part.path("synthetic").asBoolean()) {
                parts.add(part.<ObjectNode>deepCopy().without(OWN_OF_THAT_MESSAGE));
            }
        }
        return new LastPrompt(assignment, body);
    }

    public Assignment assignment() {
        return assignment;
    }

    /** Whether it contains nothing that could be sent again. */
    public boolean isEmpty() {
        return body.path("parts").isEmpty();
    }

    ObjectNode body() {
        return body;
    }
}
