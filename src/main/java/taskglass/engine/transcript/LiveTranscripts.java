package taskglass.engine.transcript;

import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import taskglass.engine.command.CommandRunner;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.task.TaskKey;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.task.transcript.Part.Place;

/** Manages the one task whose transcript is followed, and reacts to changes of its server and session. */
public final class LiveTranscripts {
    private final TaskStore store;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final Executor owner;
    private Optional<LiveTranscript> current = Optional.empty();

    public LiveTranscripts(TaskStore store, ServerMonitors monitors, CommandRunner commands, Executor owner) {
        this.store = store;
        this.monitors = monitors;
        this.commands = commands;
        this.owner = owner;
    }

    /**
     * Reads the transcript of a task and follows what it writes, in place of the task that was followed before. Empty
     * if its server is not watched. The listener receives the places where something was added, changed or removed;
     * none if only the state of the reading changed.
     */
    public Optional<LiveTranscript> follow(TaskKey task, Consumer<NavigableSet<Place>> listener) {
        stop();
        current = monitors.find(task.server()).map(monitor -> {
            SessionInfo session = store.find(task).map(AgentTask::session).orElseGet(() -> SessionInfo.idOnly(task));
            LiveTranscript transcript =
                    new LiveTranscript(task, monitor.client().transcript(session), commands, owner, listener);
            monitor.listen(Optional.of(transcript.newListener()));
            transcript.refresh();
            commands.readQueue(monitor.client(), session);
            return transcript;
        });
        return current;
    }

    /** Stops following. */
    public void stop() {
        current.ifPresent(transcript -> {
            transcript.close();
            monitors.find(transcript.task().server()).ifPresent(monitor -> monitor.listen(Optional.empty()));
        });
        current = Optional.empty();
    }

    /**
     * Something may have been missed before the stream came back. While it reports nothing, listings show that there is
     * news. What the stream loses without a sign is read once the run has ended.
     */
    public void onBatch(List<Change> batch, StoreDiff diff) {
        current.ifPresent(transcript -> {
            var server = transcript.task().server();
            if (batch.contains(new Change.StreamLost(server))) {
                transcript.interrupted();
            }
            boolean reopened = batch.contains(new Change.StreamOpened(server));
            if (reopened || changedUnheard(transcript.task(), diff) || ended(transcript.task(), diff)) {
                transcript.refresh();
            }
        });
    }

    private static boolean ended(TaskKey task, StoreDiff diff) {
        return diff.entries().stream()
                .filter(entry -> entry.key().equals(task))
                .anyMatch(entry ->
                        entry.newStatus().filter(status -> !status.active()).isPresent());
    }

    /** Whether the store has learned something of the task that the stream cannot have reported. */
    private boolean changedUnheard(TaskKey task, StoreDiff diff) {
        boolean changed = diff.entries().stream().anyMatch(entry -> entry.key().equals(task));
        boolean deaf = !store.health(task.server()).streaming()
                || store.find(task).filter(AgentTask::elsewhere).isPresent();
        return changed && deaf;
    }
}
