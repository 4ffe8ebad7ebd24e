package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.Assignment;
import taskglass.task.TodoItem;
import taskglass.task.request.Answer;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.transcript.FileChange;

/**
 * The requests for one session. OpenCode's two APIs take the same requests in different forms. The results always have
 * the V1 form.
 */
public interface SessionApi {
    /** One page of messages, oldest first, and the cursor of the page before it ("" if there is none). */
    record Page(List<JsonNode> messages, String next) {}

    Page messages(SessionInfo session, int limit, String before) throws ServerTrouble;

    /**
     * Adds to the newest answer of a run what its server reports elsewhere about its end. V1 reports it in the message
     * itself.
     */
    default void completeEnd(SessionInfo session, List<JsonNode> messages) {}

    JsonNode message(SessionInfo session, String id) throws ServerTrouble;

    /** Returns when the prompt is accepted, before work on it begins. */
    default void prompt(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        prompt(session, assignment, text, PromptDelivery.STEER);
    }

    /** Sends a prompt with a way of delivery. V1 supports only one. */
    void prompt(SessionInfo session, Assignment assignment, String text, PromptDelivery promptDelivery)
            throws ServerTrouble;

    /** Sends a prompt again, unchanged. */
    void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble;

    /** Adds a message that no agent answers. Returns once it is stored. */
    void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble;

    /** Asks the server to stop the session. Returns the queued prompts that were dropped with it. */
    List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble;

    /** Returns the queued prompts, as far as the server reports them. */
    default List<QueuedPrompt> waiting(SessionInfo session) throws ServerTrouble {
        return List.of();
    }

    /**
     * Returns the queue of an idle session as a fact. For a running session, events report it. Empty if the server does
     * not report it.
     */
    default Optional<Fact> queue(SessionInfo session) throws ServerTrouble {
        return Optional.empty();
    }

    /** Removes a prompt from the queue. */
    default void drop(SessionInfo session, String prompt) throws ServerTrouble {}

    void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble;

    List<TodoItem> todos(SessionInfo session) throws ServerTrouble;

    /** Returns the files that the answer to a prompt changed. */
    List<FileChange> changes(SessionInfo session, String prompt) throws ServerTrouble;
}
