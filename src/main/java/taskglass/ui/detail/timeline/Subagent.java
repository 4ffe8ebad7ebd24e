package taskglass.ui.detail.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.TaskStatus;
import taskglass.task.ToolCall;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.task.transcript.Part.Span;
import taskglass.text.TaskNames;
import taskglass.text.ToolCallText;

/**
 * A subagent that works for a run, with its own subagents.
 *
 * @param session the id of its session
 * @param ended empty while it works
 * @param calls the times of its calls; the end is empty while a call is running
 * @param number how many calls it has made
 * @param count the same as its row in the table says it
 */
public record Subagent(
        String session,
        String name,
        Instant started,
        Optional<Instant> ended,
        boolean failed,
        List<Span> calls,
        String number,
        String count,
        List<Subagent> below) {
    /** Returns the subagents that the latest run of a task has started, oldest first. */
    public static List<Subagent> of(TaskStore store, AgentTask task) {
        Instant from = task.started().orElse(Instant.MIN);
        return store.children(task.key()).stream()
                .flatMap(child -> child.started().stream()
                        .filter(at -> !at.isBefore(from))
                        .map(at -> of(store, child, at)))
                .sorted(Comparator.comparing(Subagent::started))
                .toList();
    }

    private static Subagent of(TaskStore store, AgentTask task, Instant started) {
        List<Span> calls = task.run().map(Run::tools).stream()
                .flatMap(ToolTally::calls)
                .filter(call -> call.started().isPresent())
                .map(Subagent::time)
                .toList();
        return new Subagent(
                task.key().session(),
                TaskNames.of(task),
                started,
                task.status().active()
                        ? Optional.empty()
                        : Optional.of(task.ended().orElse(started)),
                task.status() == TaskStatus.FAILED,
                calls,
                ToolCallText.number(task),
                ToolCallText.brief(task),
                of(store, task));
    }

    /** A call that is over, but whose end is not reported, has no length. */
    private static Span time(ToolCall call) {
        Optional<Instant> end = call.result().ended();
        return new Span(call.started(), call.state().over() ? end.or(call::started) : Optional.empty());
    }

    boolean going() {
        return ended.isEmpty() || below.stream().anyMatch(Subagent::going);
    }

    /** The subagent and all those below it. */
    Stream<Subagent> all() {
        return Stream.concat(Stream.of(this), below.stream().flatMap(Subagent::all));
    }
}
