package taskglass.words;

import taskglass.task.AgentTask;
import taskglass.task.Run;
import taskglass.task.ToolTally;
import taskglass.task.TreeSum;

/** Formats the number of tool calls of a run. A count that may be too low says so. */
public final class CallWords {
    private CallWords() {}

    /** "31 calls", "≥ 9 calls", "–" if none is known and some may have been missed, or "" without a run. */
    public static String brief(AgentTask task) {
        return task.run().map(Run::tools).map(tally -> of(tally, "calls", "–")).orElse("");
    }

    /** The same for a sentence: "31 tool calls"; "" if none is known. */
    public static String whole(AgentTask task) {
        return task.run()
                .map(Run::tools)
                .map(tally -> of(tally, "tool.calls", ""))
                .orElse("");
    }

    /** The same for a sum. */
    public static String brief(TreeSum sum) {
        return of(sum.calls(), sum.exact(), "calls", "–");
    }

    /** Its own calls, followed by those of its whole tree: "1 call (3 calls in all)". */
    public static String brief(AgentTask task, TreeSum tree) {
        String own = brief(task);
        if (tree.tasks() == 1) {
            return own;
        }
        String all = brief(tree);
        return own.isEmpty() ? Words.of("calls.of.tree.alone", all) : Words.of("calls.of.tree", own, all);
    }

    private static String of(ToolTally tally, String key, String unknown) {
        return of(tally.count(), tally.exact(), key, unknown);
    }

    private static String of(int count, boolean exact, String key, String unknown) {
        String words = Words.of(key, count);
        if (exact) {
            return words;
        }
        return count == 0 ? unknown : Words.of("at.least", words);
    }
}
