package taskglass.words;

import java.util.List;
import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.Cancel;
import taskglass.task.Cancel.Holdup;
import taskglass.task.Cancel.Survivor;
import taskglass.task.Run;
import taskglass.task.ToolTally;
import taskglass.task.Trouble;

/** Describes the state of a cancel request: what is still running, and what the user can do about it. */
public final class CancelWords {
    private CancelWords() {}

    /** The state; "" if no cancel was requested or the end is known. */
    public static String of(AgentTask task) {
        if (!task.status().active()) {
            return "";
        }
        return switch (task.cancel()) {
            case Cancel.NotAsked n -> "";
            case Cancel.Asked(var at, Holdup holdup) -> waiting(holdup);
            case Cancel.Ignored i when task.elsewhere() -> Words.of("cancel.elsewhere");
            case Cancel.Ignored(var at, Holdup holdup) -> ignored(task, holdup) + " " + Words.of("cancel.again");
        };
    }

    private static String waiting(Holdup holdup) {
        return holdup.trouble()
                .map(trouble -> Words.of("cancel.trying", trouble(trouble)))
                .orElseGet(() -> Words.of("cancel.waiting"));
    }

    private static String ignored(AgentTask task, Holdup holdup) {
        if (holdup.trouble().isPresent()) {
            return Words.of("cancel.trouble", trouble(holdup.trouble().get()));
        }
        long seconds = Cancel.PATIENCE.toSeconds();
        return alive(task, holdup.below())
                .map(what -> Words.of("cancel.late.what", seconds, what))
                .orElseGet(() -> Words.of("cancel.late", seconds));
    }

    private static Optional<String> alive(AgentTask task, List<Survivor> below) {
        return below.isEmpty()
                ? task.run().map(Run::tools).flatMap(ToolTally::going).map(tool -> Words.of("cancel.in", tool))
                : Optional.of(below(below));
    }

    private static String below(List<Survivor> below) {
        Survivor first = below.getFirst();
        String which = first.tool()
                .map(tool -> Words.of("cancel.below.in", TaskNames.of(first.name()), tool))
                .orElseGet(() -> Words.of("cancel.below", TaskNames.of(first.name())));
        return below.size() == 1 ? which : Words.of("cancel.more", which, below.size() - 1);
    }

    /** What keeps a server from doing as requested. */
    static String trouble(Trouble trouble) {
        return switch (trouble) {
            case Trouble.NoAnswer(String detail) -> Words.of("cancel.NO_ANSWER", detail);
            case Trouble.Unauthorised u -> Words.of("cancel.UNAUTHORISED");
            case Trouble.NotOpenCode(String seen) -> Words.of("cancel.NOT_OPENCODE", seen);
            case Trouble.TooOld o -> Words.of("cancel.TOO_OLD");
            case Trouble.Paused _ -> Words.of("cancel.PAUSED");
            case Trouble.PlainHttp _ -> Words.of("cancel.PLAIN_HTTP");
            case Trouble.Ended e -> Words.of("cancel.ENDED");
            case Trouble.Refused(int status, String sentence) ->
                Words.of("cancel.REFUSED", String.valueOf(status), sentence);
        };
    }
}
