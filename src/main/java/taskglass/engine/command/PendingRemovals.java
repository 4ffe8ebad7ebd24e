package taskglass.engine.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import taskglass.engine.inbox.Inbox;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TaskKey;
import taskglass.task.request.Refusal;
import taskglass.task.request.RemovalState;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/** Holds the tasks that the user removed while that can still be taken back. Their servers do not know of it yet. */
public final class PendingRemovals {
    /** How long a removal can be taken back. On a server it is permanent. */
    public static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Map<TaskKey, PendingRemoval> waiting = new LinkedHashMap<>();
    private final TaskStore store;
    private final Inbox inbox;
    private final Clock clock;
    private final BiFunction<TaskKey, TaskCommands.Errand<Boolean>, CompletionStage<Boolean>> servers;

    PendingRemovals(
            TaskStore store,
            Inbox inbox,
            Clock clock,
            BiFunction<TaskKey, TaskCommands.Errand<Boolean>, CompletionStage<Boolean>> servers) {
        this.store = store;
        this.inbox = inbox;
        this.clock = clock;
        this.servers = servers;
    }

    private record PendingRemoval(RemovalState how, Instant due, CompletableFuture<Boolean> end) {}

    CompletionStage<Boolean> request(TaskKey key, RemovalState how) {
        undo(key);
        Optional<CommandFailed> refusal = refusal(key, how);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        PendingRemoval removal = new PendingRemoval(how, clock.instant().plus(PATIENCE), new CompletableFuture<>());
        waiting.put(key, removal);
        inbox.post(new Change.Parts(key, how));
        return removal.end();
    }

    void undo(TaskKey key) {
        PendingRemoval removal = waiting.remove(key);
        if (removal != null) {
            inbox.post(new Change.Parts(key, RemovalState.NONE));
            removal.end().complete(false);
        }
    }

    void update() {
        Instant now = clock.instant();
        List.copyOf(waiting.entrySet()).stream()
                .filter(entry -> !now.isBefore(entry.getValue().due()))
                .forEach(entry -> send(entry.getKey(), entry.getValue()));
    }

    void close() {
        waiting.clear();
    }

    private void send(TaskKey key, PendingRemoval removal) {
        waiting.remove(key);
        remove(key, removal.how()).whenComplete((removed, failure) -> {
            if (failure == null) {
                removal.end().complete(removed);
            } else {
                inbox.post(new Change.Parts(key, RemovalState.NONE));
                removal.end().completeExceptionally(failure);
            }
        });
    }

    private CompletionStage<Boolean> remove(TaskKey key, RemovalState how) {
        Optional<CommandFailed> refusal = refusal(key, how);
        if (refusal.isPresent()) {
            return CompletableFuture.failedFuture(refusal.get());
        }
        List<SessionInfo> all = family(key).stream().map(AgentTask::session).toList();
        return servers.apply(key, (client, session) -> {
            send(client, how, all);
            all.forEach(pending -> inbox.post(new Change.Withdrawn(pending.key())));
            return true;
        });
    }

    private void send(OpenCodeClient client, RemovalState how, List<SessionInfo> all) throws ServerTrouble {
        switch (how) {
            case DELETE -> client.delete(all.getLast());
            case ARCHIVE -> {
                for (SessionInfo session : all) {
                    client.archive(session, clock.instant());
                }
            }
            case NONE -> {}
        }
    }

    /** Refuses if anything is running: a server deletes a running session, and goes on working on it for seconds. */
    private Optional<CommandFailed> refusal(TaskKey key, RemovalState how) {
        return family(key).stream()
                .filter(task -> task.status().active())
                .findFirst()
                .map(task -> new CommandFailed(new Refusal.AtWork(task.name(), how)));
    }

    /** Returns the task and all its descendants, the task last. */
    private List<AgentTask> family(TaskKey key) {
        List<AgentTask> all = new ArrayList<>();
        store.children(key).forEach(child -> all.addAll(family(child.key())));
        store.find(key).ifPresent(all::add);
        return all;
    }
}
