package taskglass.ui.table.cell;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Activity;
import taskglass.task.Elapsed;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.request.Attention;
import taskglass.task.run.Run;
import taskglass.task.run.SideActivity;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.store.TreeSum;
import taskglass.text.AttentionText;
import taskglass.text.CancelText;
import taskglass.text.FirstLine;
import taskglass.text.LastSeenText;
import taskglass.text.QueueText;
import taskglass.text.ReasonText;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.text.VisibleText;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.table.tree.TaskSum;

/**
 * How far a task has come and what holds it up, as text. The most important parts come first, because the end is cut.
 *
 * @param todos the agent's to-do list while it is being worked on
 * @param calls the number of its calls, if it matters
 * @param marks what happens beside its run, a few words each
 * @param more the text that follows, in the tone
 * @param calling whether a tool call is running
 */
record Progress(Optional<Todos> todos, Calls calls, List<String> marks, String more, Tone tone, boolean calling) {
    /**
     * How many calls a task has made.
     *
     * @param own "" when it does not matter
     * @param tree those of its tree, in parentheses; "" for a task without children
     */
    record Calls(String own, String tree) {
        private static final Calls NONE = new Calls("", "");

        static Calls of(AgentTask task, TreeSum tree) {
            String own = ToolCallText.brief(task);
            return own.isEmpty()
                    ? new Calls(ToolCallText.brief(task, tree), "")
                    : new Calls(own, ToolCallText.ofTree(tree));
        }

        String both() {
            return joined(" ", own, tree);
        }
    }

    Progress {
        marks = marks.stream().map(VisibleText::asWritten).toList();
        more = VisibleText.asWritten(more);
    }

    static Progress of(AgentTask task, TaskSum taskSum, Instant now) {
        Calls calls = Calls.of(task, taskSum.tree());
        String cancel = CancelText.of(task);
        Progress known = cancel.isEmpty() ? of(task, now, calls) : cancelling(task, calls, cancel);
        return known.with(marks(task), taskSum.below() == 0 ? "" : family(taskSum));
    }

    private static Progress of(Calls calls, String more, Tone tone) {
        return new Progress(Optional.empty(), calls, List.of(), more, tone, false);
    }

    private Progress with(List<String> beside, String last) {
        return new Progress(todos, calls, beside, joined(" · ", more, last), tone, calling);
    }

    private static List<String> marks(AgentTask task) {
        Optional<String> undone = Optional.of(Texts.of("progress.undone")).filter(words -> task.undone());
        return Stream.of(task.sideActivity().map(Progress::text), QueueText.of(task.queue()), undone)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Text for the number of tasks below this one and how many of them are at work. */
    private static String family(TaskSum taskSum) {
        return Texts.of("progress.family", taskSum.below(), taskSum.workingBelow());
    }

    /** Text for activity outside of runs. */
    private static String text(SideActivity sideActivity) {
        return switch (sideActivity) {
            case SideActivity.Command(String tool) -> Texts.of("progress.beside.command", tool);
            case SideActivity.Summary() -> Texts.of("progress.beside.summary");
        };
    }

    private static Progress of(AgentTask task, Instant now, Calls calls) {
        return task.lastSeen()
                .map(at -> of(Calls.NONE, lastSeen(task, at, now), Tone.MUTED))
                .orElseGet(() -> byStatus(task, now, calls));
    }

    private static Progress byStatus(AgentTask task, Instant now, Calls calls) {
        return switch (task.status()) {
            case QUEUED -> of(Calls.NONE, Texts.of("progress.queued"), Tone.MUTED);
            case STARTING -> of(Calls.NONE, Texts.of("progress.starting"), Tone.MUTED);
            case RUNNING -> running(task, calls);
            case RETRYING -> of(Calls.NONE, retry(task, now), Tone.WARNING);
            case NEEDS_YOU ->
                of(Calls.NONE, asks(task, AttentionText.waiting(task.attention().getFirst(), now)), Tone.WARNING);
            case COMPLETED -> of(calls, result(task), Tone.MUTED);
            case FAILED -> of(Calls.NONE, ReasonText.of(task), Tone.DANGER);
            case CANCELLED, INTERRUPTED -> of(calls, ReasonText.of(task), Tone.MUTED);
            case CANCELLING, IDLE -> of(Calls.NONE, "", Tone.MUTED);
        };
    }

    private static Progress cancelling(AgentTask task, Calls calls, String words) {
        boolean ignored = task.cancel() instanceof CancelState.Ignored;
        return new Progress(
                Optional.empty(),
                calls,
                List.of(),
                words,
                ignored ? Tone.WARNING : Tone.MUTED,
                ignored && calling(task));
    }

    /** How far its to-do list is, in brief, and how many calls it has made itself. */
    String lead() {
        String list = todos.map(there -> Texts.of("todos.brief", there.done(), there.total()))
                .orElse("");
        return joined(" · ", list, calls.own());
    }

    /** What stands behind the count of its calls. */
    String rest() {
        return joined(" · ", String.join(" · ", marks), more);
    }

    /** All parts on one line. */
    String whole() {
        String list = todos.map(Progress::text).orElse("");
        return joined(" · ", list, calls.both(), rest());
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }

    private static String lastSeen(AgentTask task, Instant at, Instant now) {
        String seen = LastSeenText.of(at, now);
        return task.attention().isEmpty() ? seen : asks(task, seen);
    }

    private static String asks(AgentTask task, String since) {
        List<Attention> requests = task.attention();
        String first = AttentionText.of(requests.getFirst());
        String all = requests.size() == 1 ? first : Texts.of("progress.asks.more", first, requests.size() - 1);
        return all + " · " + since;
    }

    private static Progress running(AgentTask task, Calls calls) {
        Optional<ToolTally> tools = task.run().map(Run::tools);
        Optional<String> tool = tools.flatMap(ToolTally::last).map(ToolCall::tool);
        Optional<String> elsewhere = Optional.of(Texts.of("progress.elsewhere")).filter(words -> task.elsewhere());
        String more = Stream.of(elsewhere, tool).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        Optional<Todos> todos = tools.flatMap(ToolTally::todos).filter(list -> list.total() > 0);
        return new Progress(todos, calls, List.of(), more, Tone.MUTED, calling(task));
    }

    private static boolean calling(AgentTask task) {
        return task.run().filter(run -> run.tools().running() > 0).isPresent();
    }

    private static String text(Todos todos) {
        return Texts.of("todos", todos.done(), todos.total());
    }

    private static String retry(AgentTask task, Instant now) {
        if (task.activity() instanceof Activity.Retrying(int attempt, String reason, Instant next)) {
            boolean waits = next.isAfter(now);
            String when = waits
                    ? Texts.of("progress.retry.in", Elapsed.text(Duration.between(now, next)))
                    : Texts.of("progress.retry.now");
            return reason.isEmpty() ? when : reason + " · " + when;
        }
        return "";
    }

    private static String result(AgentTask task) {
        return task.run().map(Run::text).map(FirstLine::of).orElse("");
    }
}
