package taskglass.text;

import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;

/** Formats the number of tool calls of a run. A count that may be too low says so. */
public final class ToolCallText {
    private ToolCallText() {}

    /** "31 calls", "≥ 9 calls", "–" if none is known and some may have been missed, or "" without a run. */
    public static String brief(AgentTask task) {
        return task.run().map(Run::tools).map(tally -> of(tally, "calls", "–")).orElse("");
    }

    /** The number alone: "31", "≥ 9", "–", or "" without a run. */
    public static String number(AgentTask task) {
        return task.run()
                .map(Run::tools)
                .map(tally -> of(tally, "calls.count", "–"))
                .orElse("");
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

    /** Its own calls, followed by those of its whole tree: "1 call (3 in total)". */
    public static String brief(AgentTask task, TreeSum tree) {
        String own = brief(task);
        String all = ofTree(tree);
        return own.isEmpty() && !all.isEmpty()
                ? Texts.of("calls.of.tree.alone", brief(tree))
                : (own + " " + all).strip();
    }

    /** Those of a whole tree, to stand beside a task's own: "(3 in all)"; "" where there is no tree, or none is known. */
    public static String ofTree(TreeSum tree) {
        boolean none = !tree.exact() && tree.calls() == 0;
        return tree.tasks() == 1 || none
                ? ""
                : Texts.of("calls.of.tree", of(tree.calls(), tree.exact(), "calls.count", "–"));
    }

    private static String of(ToolTally tally, String key, String unknown) {
        return of(tally.count(), tally.exact(), key, unknown);
    }

    private static String of(int count, boolean exact, String key, String unknown) {
        String text = Texts.of(key, count);
        if (exact) {
            return text;
        }
        return count == 0 ? unknown : Texts.of("at.least", text);
    }
}
