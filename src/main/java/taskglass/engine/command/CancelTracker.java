package taskglass.engine.command;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.engine.inbox.Inbox;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.RunningDescendant;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Drives cancel requests to completion. A server answers every such request with yes, so each session is checked in the
 * store until it has stopped. Parents are asked before their descendants. Sessions that go on are asked again until
 * {@link CancelState#PATIENCE} is over.
 */
final class CancelTracker {
    private final TaskStore store;
    private final Inbox inbox;
    private final Clock clock;
    private final Consumer<AgentTask> abort;
    private final Map<TaskKey, Cancellation> cancellations = new LinkedHashMap<>();

    /** @param abort asks a task's server to stop it, and reports the result to {@link #answered} */
    CancelTracker(TaskStore store, Inbox inbox, Clock clock, Consumer<AgentTask> abort) {
        this.store = store;
        this.inbox = inbox;
        this.clock = clock;
        this.abort = abort;
    }

    /** The user cancels this task and all its running descendants. */
    void request(AgentTask task) {
        begin(task);
        below(task).stream().filter(lower -> lower.status().active()).forEach(this::begin);
        send(task);
    }

    /** A cancellation in progress is not started again; one that was given up is. */
    private boolean begin(AgentTask task) {
        boolean anew = !cancellations.containsKey(task.key()) || task.cancel() instanceof CancelState.Ignored;
        if (anew) {
            Set<TaskKey> below = below(task).stream().map(AgentTask::key).collect(Collectors.toUnmodifiableSet());
            cancellations.put(task.key(), new Cancellation(task.key(), clock.instant(), below));
            inbox.post(new Change.CancelAsked(task.key(), clock.instant()));
        }
        return anew;
    }

    /** The server has answered the request to stop a session, with the trouble it had, if any. */
    void answered(TaskKey key, Optional<Trouble> trouble) {
        find(key).ifPresent(cancellation -> cancellation.answered(trouble));
        store.children(key).stream()
                .filter(child -> find(child.key())
                        .filter(cancellation -> !cancellation.sent())
                        .isPresent())
                .forEach(this::send);
        cancellations.values().forEach(this::publish);
    }

    /** The store has applied changes, or time has passed. */
    void update(List<Change> batch) {
        batch.forEach(this::onChange);
        cancellations.values().removeIf(this::isOver);
        List.copyOf(cancellations.values()).forEach(this::takeAlong);
        cancellations.values().forEach(this::publish);
        batch.forEach(this::sendAgain);
    }

    void close() {
        cancellations.clear();
    }

    private void onChange(Change change) {
        if (change instanceof Change.CancelAsked(TaskKey key, var at)) {
            find(key).ifPresent(Cancellation::taken);
        }
        if (change instanceof Change.Listed(var listing)) {
            of(listing.question().server()).forEach(Cancellation::serverAnswers);
        }
    }

    private boolean isOver(Cancellation cancellation) {
        Optional<AgentTask> task = store.find(cancellation.key()).filter(known -> !known.deleted());
        return task.isEmpty() || cancellation.overtaken(task.get()) || cancellation.over(clock.instant());
    }

    /**
     * Also cancels descendants that started working after the request. Descendants that were idle then are left alone.
     */
    private void takeAlong(Cancellation cancellation) {
        AgentTask task = store.find(cancellation.key()).orElseThrow();
        if (task.cancel() instanceof CancelState.Asked) {
            for (AgentTask lower : below(task)) {
                if (lower.status().active() && cancellation.decide(lower.key()) && begin(lower)) {
                    send(lower);
                }
            }
        }
    }

    private void publish(Cancellation cancellation) {
        AgentTask task = store.find(cancellation.key()).orElseThrow();
        List<RunningDescendant> below = survivors(task);
        cancellation.rested(task, below);
        CancelState now = cancellation.state(
                task, below, store.health(cancellation.key().server()).trouble(), clock.instant());
        if (cancellation.begun() && !now.equals(task.cancel())) {
            inbox.post(new Change.CancelStands(cancellation.key(), now));
        }
    }

    /** After a listing: sessions that it still shows as running have not obeyed the last request. */
    private void sendAgain(Change change) {
        if (change instanceof Change.Listed(var listing)) {
            of(listing.question().server())
                    .filter(cancellation -> cancellation.due(clock.instant()))
                    .flatMap(cancellation -> store.find(cancellation.key()).stream())
                    .filter(task -> task.activity().active() && task.cancel() instanceof CancelState.Asked)
                    .toList()
                    .forEach(this::send);
        }
    }

    private void send(AgentTask task) {
        cancellations.get(task.key()).send(clock.instant());
        abort.accept(task);
    }

    private List<RunningDescendant> survivors(AgentTask task) {
        return below(task).stream()
                .filter(lower -> lower.status().active() && cancellations.containsKey(lower.key()))
                .map(RunningDescendant::of)
                .toList();
    }

    /** Returns all descendants, each after its own descendants. */
    private List<AgentTask> below(AgentTask task) {
        List<AgentTask> all = new ArrayList<>();
        for (AgentTask child : store.children(task.key())) {
            all.addAll(below(child));
            all.add(child);
        }
        return all;
    }

    private Stream<Cancellation> of(ServerId server) {
        return cancellations.values().stream()
                .filter(cancellation -> cancellation.key().server().equals(server));
    }

    private Optional<Cancellation> find(TaskKey key) {
        return Optional.ofNullable(cancellations.get(key));
    }
}
