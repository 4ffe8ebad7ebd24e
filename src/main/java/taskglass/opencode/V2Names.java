package taskglass.opencode;

import java.util.Map;
import java.util.Set;

/**
 * The names of V2's events: each release has changed some, so that an event goes by the newest name, of 2.0.26, whoever
 * sent it. A name of 2.1 is one more line here.
 */
final class V2Names {
    private static final String EARLY = "session.next.";

    /** What 1.18 and the servers of July 2026 call otherwise. */
    private static final Map<String, String> RENAMED = Map.of(
            "session.input.admitted", "session.inbox.enqueued",
            "session.input.promoted", "session.inbox.delivered",
            "session.retried", "session.retry.scheduled",
            "permission.v2.asked", "permission.asked",
            "permission.v2.replied", "permission.replied",
            "question.v2.asked", "question.asked",
            "question.v2.replied", "question.replied",
            "question.v2.rejected", "question.rejected");

    /** Those of a piece of something that is being written, many of them a second. */
    private static final Set<String> PIECES =
            Set.of("session.text.delta", "session.reasoning.delta", "session.tool.input.delta");

    /** Those that tell something of a session. */
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

    /** Those of them that V1 sends under the same name: what they carry tells whose they are. */
    private static final Set<String> SHARED_WITH_V1 = Set.of(
            "session.created",
            "permission.asked",
            "permission.replied",
            "question.asked",
            "question.replied",
            "question.rejected");

    private V2Names() {}

    /** The name of 2.0.26 for it. */
    static String of(String type) {
        String bare = isEarly(type) ? "session." + type.substring(EARLY.length()) : type;
        return RENAMED.getOrDefault(bare, bare);
    }

    /** Whether 1.18 sent it, which tells of steps and of no executions. */
    static boolean isEarly(String type) {
        return type.startsWith(EARLY);
    }

    static boolean isPiece(String type) {
        return PIECES.contains(of(type));
    }

    /** Whether it may come from a V2 session and tell something of it. */
    static boolean tells(String type) {
        return TELLING.contains(of(type));
    }

    /** Whether V1 sends events under this very name. */
    static boolean isAlsoV1(String type) {
        return SHARED_WITH_V1.contains(type);
    }
}
