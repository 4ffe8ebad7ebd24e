package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import taskglass.task.Answer;
import taskglass.task.Assignment;
import taskglass.task.Delivery;
import taskglass.task.Fact;
import taskglass.task.FileChange;
import taskglass.task.QueuedPrompt;
import taskglass.task.SessionInfo;
import taskglass.task.TodoItem;

/** How one session is spoken to: the two APIs of OpenCode ask the same in two ways. What comes back is told as in V1. */
interface Dialect {
    /** One page of messages, oldest first, and where the page before it begins ("" when there is none). */
    record Page(List<JsonNode> messages, String next) {}

    Page messages(SessionInfo session, int limit, String before) throws ServerTrouble;

    /** Puts into the newest answer of a run what its server tells elsewhere of its end; V1 tells it there. */
    default void completeEnd(SessionInfo session, List<JsonNode> messages) {}

    JsonNode message(SessionInfo session, String id) throws ServerTrouble;

    /** Returns when the prompt is taken, before anybody works on it. */
    default void prompt(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        prompt(session, assignment, text, Delivery.STEER);
    }

    /** The same; V1 knows one way of delivery only. */
    void prompt(SessionInfo session, Assignment assignment, String text, Delivery delivery) throws ServerTrouble;

    /** Sends a prompt again, as it was. */
    void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble;

    /** Adds a message that no agent answers; returns once it is stored. */
    void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble;

    /** Asks for the session to be stopped; what waited in its line and was dropped with it. */
    List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble;

    /** What waits in its line, as far as the server tells. */
    default List<QueuedPrompt> waiting(SessionInfo session) throws ServerTrouble {
        return List.of();
    }

    /** The same of a session at rest: of one at work events tell. Empty where the server does not tell. */
    default Optional<Fact> queue(SessionInfo session) throws ServerTrouble {
        return Optional.empty();
    }

    /** Takes a prompt out of its line. */
    default void drop(SessionInfo session, String prompt) throws ServerTrouble {}

    void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble;

    List<TodoItem> todos(SessionInfo session) throws ServerTrouble;

    /** The files that the answer to a prompt has changed. */
    List<FileChange> changes(SessionInfo session, String prompt) throws ServerTrouble;
}
