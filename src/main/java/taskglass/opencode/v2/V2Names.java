package taskglass.opencode.v2;

import java.util.Map;
import java.util.Set;

/**
 * The names of V2's events. Each release has changed some, so every event is mapped to its newest name, that of 2.0.26.
 * A new name in 2.1 takes one more line here.
 */
public final class V2Names {
    private static final String EARLY = "session.next.";

    /** Names that 1.18 and the servers of July 2026 use instead. */
    private static final Map<String, String> RENAMED = Map.of(
            "session.input.admitted", "session.inbox.enqueued",
            "session.input.promoted", "session.inbox.delivered",
            "session.retried", "session.retry.scheduled",
            "permission.v2.asked", "permission.asked",
            "permission.v2.replied", "permission.replied",
            "question.v2.asked", "question.asked",
            "question.v2.replied", "question.replied",
            "question.v2.rejected", "question.rejected");

    /** Events with a piece of something being written, many per second. */
    private static final Set<String> PIECES =
            Set.of("session.text.delta", "session.reasoning.delta", "session.tool.input.delta");

    /** Events that report something about a session. */
    private static final Set<String> TELLING = Set.of(
            "session.created",
            "session.renamed",
            "session.moved",
            "session.agent.selected",
            "session.model.selected",
            "session.revert.staged",
            "session.revert.cleared",
            "session.revert.committed",
            "session.inbox.enqueued",
            "session.inbox.delivered",
            "session.inbox.cancelled",
            "session.prompted",
            "session.step.started",
            "session.step.ended",
            "session.step.failed",
            "session.text.started",
            "session.text.ended",
            "session.reasoning.started",
            "session.reasoning.ended",
            "session.tool.input.started",
            "session.tool.called",
            "session.tool.progress",
            "session.tool.success",
            "session.tool.failed",
            "session.retry.scheduled",
            "session.execution.started",
            "session.execution.succeeded",
            "session.execution.failed",
            "session.execution.interrupted",
            "permission.asked",
            "permission.replied",
            "question.asked",
            "question.replied",
            "question.rejected",
            "form.created",
            "form.replied",
            "form.cancelled");

    /** Names that V1 uses, too. Their content shows which API they belong to. */
    private static final Set<String> SHARED_WITH_V1 = Set.of(
            "session.created",
            "permission.asked",
            "permission.replied",
            "question.asked",
            "question.replied",
            "question.rejected");

    private V2Names() {}

    /** Returns the name in 2.0.26. */
    static String of(String type) {
        String bare = isEarly(type) ? "session." + type.substring(EARLY.length()) : type;
        return RENAMED.getOrDefault(bare, bare);
    }

    /** Whether 1.18 sent it, which reports steps and no executions. */
    static boolean isEarly(String type) {
        return type.startsWith(EARLY);
    }

    public static boolean isPiece(String type) {
        return PIECES.contains(of(type));
    }

    /** Whether it may come from a V2 session and report something about it. */
    public static boolean isRelevant(String type) {
        return TELLING.contains(of(type));
    }

    /** Whether V1 sends events under exactly this name. */
    static boolean isAlsoV1(String type) {
        return SHARED_WITH_V1.contains(type);
    }
}
