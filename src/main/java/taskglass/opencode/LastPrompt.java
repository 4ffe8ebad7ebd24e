package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Assignment;
import taskglass.task.SessionInfo;

/** What a person last asked of a session, as its server keeps it: the parts of the prompt, the agent and the model. */
public final class LastPrompt {
    /** What a person puts into a prompt; a server adds parts of its own, which it would add again. */
    private static final Set<String> ASKED = Set.of("text", "file", "agent", "subtask");

    private static final Set<String> OWN_OF_THAT_MESSAGE = Set.of("id", "messageID", "sessionID");

    private static final int PAGE = 20;

    private final Assignment assignment;
    private final ObjectNode body;

    private LastPrompt(Assignment assignment, ObjectNode body) {
        this.assignment = assignment;
        this.body = body;
    }

    /** The prompt that the newest message is or answers; V2 does not say which it answers, so the newest there is. */
    static LastPrompt of(Dialect dialect, SessionInfo session) throws ServerTrouble {
        Dialect.Page page = dialect.messages(session, 1, "");
        Optional<JsonNode> prompt = newest(page);
        while (prompt.isEmpty() && !page.next().isEmpty()) {
            page = dialect.messages(session, PAGE, page.next());
            prompt = newest(page);
        }
        String answered =
                prompt.map(found -> found.at("/info/parentID").asText()).orElse("");
        return of(answered.isEmpty() ? prompt.orElseGet(Http.JSON::missingNode) : dialect.message(session, answered));
    }

    /** The newest prompt of a page, or answer that names its prompt. */
    private static Optional<JsonNode> newest(Dialect.Page page) {
        return page.messages().reversed().stream()
                .filter(message ->
                        !V2Messages.isAnswer(message) || message.path("info").has("parentID"))
                .findFirst();
    }

    static LastPrompt of(JsonNode message) {
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

    /** Whether there is nothing in it that could be asked again. */
    public boolean isEmpty() {
        return body.path("parts").isEmpty();
    }

    ObjectNode body() {
        return body;
    }
}
