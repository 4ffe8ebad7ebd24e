package taskglass.ui.words;

import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.Run;
import taskglass.task.ToolTally;

/** How many tools a run has called, in words: a count that may be short of the truth says so. */
public final class CallWords {
    private CallWords() {}

    /** "31 calls", "≥ 9 calls", or "" when there is nothing to say. */
    public static String brief(AgentTask task) {
        return of(task, "calls");
    }

    /** The same for a sentence: "31 tool calls". */
    public static String whole(AgentTask task) {
        return of(task, "tool.calls");
    }

    private static String of(AgentTask task, String key) {
        Optional<ToolTally> tally = task.run().map(Run::tools);
        if (tally.isEmpty()) {
            return "";
        }
        int count = tally.get().count();
        if (tally.get().exact()) {
            return Words.of(key, count);
        }
        return count == 0 ? "–" : Words.of("at.least", Words.of(key, count));
    }
}
