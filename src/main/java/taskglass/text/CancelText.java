package taskglass.text;

import java.util.List;
import java.util.Optional;
import taskglass.task.Trouble;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.Obstacle;
import taskglass.task.status.CancelState.RunningDescendant;

/** Describes the state of a cancel request: what is still running, and what the user can do about it. */
public final class CancelText {
    private CancelText() {}

    /** The state; "" if no cancel was requested or the end is known. */
    public static String of(AgentTask task) {
        if (!task.status().active()) {
            return "";
        }
        return switch (task.cancel()) {
            case CancelState.NotAsked n -> "";
            case CancelState.Asked(var at, Obstacle holdup) -> waiting(holdup);
            case CancelState.Ignored i when task.elsewhere() -> Texts.of("cancel.elsewhere");
            case CancelState.Ignored(var at, Obstacle holdup) -> ignored(task, holdup) + " " + Texts.of("cancel.again");
        };
    }

    private static String waiting(Obstacle holdup) {
        return holdup.trouble()
                .map(trouble -> Texts.of("cancel.trying", trouble(trouble)))
                .orElseGet(() -> Texts.of("cancel.waiting"));
    }

    private static String ignored(AgentTask task, Obstacle holdup) {
        if (holdup.trouble().isPresent()) {
            return Texts.of("cancel.trouble", trouble(holdup.trouble().get()));
        }
        long seconds = CancelState.PATIENCE.toSeconds();
        return alive(task, holdup.below())
                .map(what -> Texts.of("cancel.late.what", seconds, what))
                .orElseGet(() -> Texts.of("cancel.late", seconds));
    }

    private static Optional<String> alive(AgentTask task, List<RunningDescendant> below) {
        return below.isEmpty()
                ? task.run().map(Run::tools).flatMap(ToolTally::going).map(tool -> Texts.of("cancel.in", tool))
                : Optional.of(below(below));
    }

    private static String below(List<RunningDescendant> below) {
        RunningDescendant first = below.getFirst();
        String which = first.tool()
                .map(tool -> Texts.of("cancel.below.in", TaskNames.of(first.name()), tool))
                .orElseGet(() -> Texts.of("cancel.below", TaskNames.of(first.name())));
        return below.size() == 1 ? which : Texts.of("cancel.more", which, below.size() - 1);
    }

    /** What keeps a server from doing as requested. */
    static String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer(String detail) -> Texts.of("cancel.NO_ANSWER", detail);
            case Trouble.Unauthorised u -> Texts.of("cancel.UNAUTHORISED");
            case Trouble.NotOpenCode(String seen) -> Texts.of("cancel.NOT_OPENCODE", seen);
            case Trouble.TooOld o -> Texts.of("cancel.TOO_OLD");
            case Trouble.Paused _ -> Texts.of("cancel.PAUSED");
            case Trouble.PlainHttp _ -> Texts.of("cancel.PLAIN_HTTP");
            case Trouble.Ended e -> Texts.of("cancel.ENDED");
            case Trouble.Refused(int status, String sentence) ->
                Texts.of("cancel.REFUSED", String.valueOf(status), sentence);
        };
    }
}
