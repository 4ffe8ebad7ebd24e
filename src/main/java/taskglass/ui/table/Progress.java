package taskglass.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.task.Activity;
import taskglass.task.AgentTask;
import taskglass.task.Cancel;
import taskglass.task.Elapsed;
import taskglass.task.Run;
import taskglass.task.ToolCall;
import taskglass.ui.words.CallWords;
import taskglass.ui.words.ReasonWords;
import taskglass.ui.words.StatusLook.Tone;
import taskglass.ui.words.Words;

/**
 * How far a task has come and what is in its way, in words.
 *
 * @param lead the count of calls, "" when it does not matter
 * @param rest what follows it, in the tone
 * @param calling whether a tool call is going on
 */
record Progress(String lead, String rest, Tone tone, boolean calling) {

    static Progress of(AgentTask task, Instant now) {
        String calls = CallWords.brief(task);
        return switch (task.status()) {
            case QUEUED -> new Progress("", Words.of("progress.queued"), Tone.MUTED, false);
            case STARTING -> new Progress("", Words.of("progress.starting"), Tone.MUTED, false);
            case RUNNING -> running(task, calls);
            case RETRYING -> new Progress("", retry(task, now), Tone.WARNING, false);
            case NEEDS_YOU -> new Progress(calls, Words.of("progress.needs.you"), Tone.WARNING, false);
            case CANCELLING -> new Progress(calls, Words.of("progress.cancelling"), Tone.MUTED, false);
            case COMPLETED -> new Progress(calls, result(task), Tone.MUTED, false);
            case FAILED -> new Progress("", ReasonWords.of(task), Tone.DANGER, false);
            case CANCELLED, INTERRUPTED -> new Progress(calls, ReasonWords.of(task), Tone.MUTED, false);
            case IDLE -> new Progress("", "", Tone.MUTED, false);
        };
    }

    /** All of it in one line. */
    String whole() {
        return Stream.of(lead, rest).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    private static Progress running(AgentTask task, String calls) {
        boolean calling = task.run().filter(run -> run.tools().running() > 0).isPresent();
        if (task.cancel() instanceof Cancel.Ignored(String because)) {
            return new Progress(calls, Words.of("progress.not.cancelled", because), Tone.WARNING, calling);
        }
        String tool = task.run()
                .flatMap(run -> run.tools().last())
                .map(ToolCall::tool)
                .orElse("");
        return new Progress(calls, tool, Tone.MUTED, calling);
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
