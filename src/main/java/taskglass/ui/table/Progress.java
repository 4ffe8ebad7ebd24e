package taskglass.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Activity;
import taskglass.task.AgentTask;
import taskglass.task.Attention;
import taskglass.task.Beside;
import taskglass.task.Cancel;
import taskglass.task.Elapsed;
import taskglass.task.Run;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.ToolTally;
import taskglass.ui.frame.StatusLook.Tone;
import taskglass.words.AttentionWords;
import taskglass.words.CallWords;
import taskglass.words.CancelWords;
import taskglass.words.QueueWords;
import taskglass.words.ReasonWords;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/**
 * How far a task has come and what holds it up, as text.
 * @param todos the agent's to-do list while it is being worked on
 * @param lead the number of its calls and, beside it, that of its tree; "" if it does not matter
 * @param rest the text that follows, in the tone
 * @param calling whether a tool call is running
 */
record Progress(Optional<Todos> todos, String lead, String rest, Tone tone, boolean calling) {

    Progress {
        lead = VisibleText.asWritten(lead);
        rest = VisibleText.asWritten(rest);
    }

    static Progress of(AgentTask task, Sum sum, Instant now) {
        String calls = CallWords.brief(task, sum.tree());
        String cancel = CancelWords.of(task);
        Progress known = cancel.isEmpty() ? of(task, now, calls) : cancelling(task, calls, cancel);
        Progress undone = task.undone() ? known.with(Words.of("progress.undone")) : known;
        Progress queued = QueueWords.of(task.queue()).map(undone::with).orElse(undone);
        Progress own = task.beside().map(Progress::words).map(queued::after).orElse(queued);
        return sum.below() == 0 ? own : own.with(family(sum));
    }

    private static Progress of(String lead, String rest, Tone tone) {
        return new Progress(Optional.empty(), lead, rest, tone, false);
    }

    /** Text for the number of tasks below this one and how many of them are at work. */
    private static String family(Sum sum) {
        return Words.of("progress.family", sum.below(), sum.workingBelow());
    }

    /** Text for activity outside of runs. */
    private static String words(Beside beside) {
        return switch (beside) {
            case Beside.Command(String tool) -> Words.of("progress.beside.command", tool);
            case Beside.Summary() -> Words.of("progress.beside.summary");
        };
    }

    private Progress after(String first) {
        return new Progress(todos, lead, rest.isEmpty() ? first : first + " · " + rest, tone, calling);
    }

    private Progress with(String more) {
        return new Progress(todos, lead, rest.isEmpty() ? more : rest + " · " + more, tone, calling);
    }

    private static Progress of(AgentTask task, Instant now, String calls) {
        return switch (task.status()) {
            case QUEUED -> of("", Words.of("progress.queued"), Tone.MUTED);
            case STARTING -> of("", Words.of("progress.starting"), Tone.MUTED);
            case RUNNING -> running(task, calls, now);
            case RETRYING -> of("", retry(task, now), Tone.WARNING);
            case NEEDS_YOU -> of("", asks(task.attention(), now), Tone.WARNING);
            case COMPLETED -> of(calls, result(task), Tone.MUTED);
            case FAILED -> of("", ReasonWords.of(task), Tone.DANGER);
            case CANCELLED, INTERRUPTED -> of(calls, ReasonWords.of(task), Tone.MUTED);
            case CANCELLING, IDLE -> of("", "", Tone.MUTED);
        };
    }

    private static Progress cancelling(AgentTask task, String calls, String words) {
        boolean ignored = task.cancel() instanceof Cancel.Ignored;
        return new Progress(
                Optional.empty(), calls, words, ignored ? Tone.WARNING : Tone.MUTED, ignored && calling(task));
    }

    /** All parts on one line. */
    String whole() {
        String list = todos.map(Progress::words).orElse("");
        return Stream.of(list, lead, rest).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static String asks(List<Attention> requests, Instant now) {
        String first = AttentionWords.of(requests.getFirst());
        String all = requests.size() == 1 ? first : Words.of("progress.asks.more", first, requests.size() - 1);
        return all + " · " + AttentionWords.waiting(requests.getFirst(), now);
    }

    private static Progress running(AgentTask task, String calls, Instant now) {
        Optional<ToolTally> tools = task.run().map(Run::tools);
        Optional<String> tool = tools.flatMap(ToolTally::last).map(ToolCall::tool);
        Optional<String> elsewhere = Optional.of(Words.of("progress.elsewhere")).filter(words -> task.elsewhere());
        Optional<String> quiet = task.quiet(now).map(silence -> Words.of("progress.quiet", Elapsed.words(silence)));
        String rest =
                Stream.of(tool, elsewhere, quiet).flatMap(Optional::stream).collect(Collectors.joining(" · "));
        Optional<Todos> todos = tools.flatMap(ToolTally::todos).filter(list -> list.total() > 0);
        return new Progress(todos, calls, rest, quiet.isPresent() ? Tone.WARNING : Tone.MUTED, calling(task));
    }

    private static boolean calling(AgentTask task) {
        return task.run().filter(run -> run.tools().running() > 0).isPresent();
    }

    private static String words(Todos todos) {
        return Words.of("todos", todos.done(), todos.total());
    }

    private static String retry(AgentTask task, Instant now) {
        if (task.activity() instanceof Activity.Retrying(int attempt, String reason, Instant next)) {
            boolean waits = next.isAfter(now);
            String when = waits
                    ? Words.of("progress.retry.in", Elapsed.words(Duration.between(now, next)))
                    : Words.of("progress.retry.now");
            return reason.isEmpty() ? when : reason + " · " + when;
        }
        return "";
    }

    private static String result(AgentTask task) {
        return task.run()
                .map(Run::text)
                .flatMap(text ->
                        text.lines().filter(line -> !line.isBlank()).findFirst().map(String::strip))
                .orElse("");
    }
}
