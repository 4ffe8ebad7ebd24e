package taskglass.task.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import taskglass.task.ServerId;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;

/**
 * What the store knows of each server besides its tasks: its health, and since when it has been polled without a gap.
 * While a server is gone, its open tasks carry the time at which it last confirmed them.
 */
final class ServerStates {
    private final Instant opened;
    private final TaskIndex index;
    private final Map<ServerId, ServerHealth> health = new LinkedHashMap<>();
    /**
     * The revision at which the event stream of a server last started or stopped. Events around it may have been
     * missed.
     */
    private final Map<ServerId, Long> turned = new LinkedHashMap<>();

    private final Map<ServerId, ObservationSpan> spans = new HashMap<>();

    /** Creates the notes, as of the time at which the store was opened. */
    ServerStates(Instant opened, TaskIndex index) {
        this.opened = opened;
        this.index = index;
    }

    Instant opened() {
        return opened;
    }

    ServerHealth health(ServerId server) {
        return health.getOrDefault(server, ServerHealth.unknown(server));
    }

    /** Sets the health of a server, and notes a difference if it looks different from before. */
    void note(ServerHealth now, StoreDiff diff) {
        ServerHealth before = health.put(now.server(), now);
        if (before == null || !before.looksLike(now)) {
            diff.noteServers();
        }
        if (now.isGone()) {
            index.open(now.server()).forEach(task -> see(task, Optional.of(lastSeen(task, now)), diff));
        } else if (before != null && before.isGone()) {
            index.of(now.server()).forEach(task -> see(task, Optional.empty(), diff));
        }
    }

    private static Instant lastSeen(AgentTask task, ServerHealth health) {
        Instant event = task.presence().lastEvent();
        return health.listed().filter(event::isBefore).orElse(event);
    }

    private void see(AgentTask task, Optional<Instant> lastSeen, StoreDiff diff) {
        if (!task.presence().lastSeen().equals(lastSeen)) {
            index.put(task.with(task.presence().lastSeen(lastSeen)), diff);
        }
    }

    /** Notes that its event stream started or stopped at that revision. */
    void streamChanged(ServerId server, long revision) {
        turned.put(server, revision);
    }

    long streamChanged(ServerId server) {
        return turned.getOrDefault(server, 0L);
    }

    /** Notes that it is being polled. */
    void pollStarted(ServerId server, Instant now) {
        spans.put(server, observation(server).pollStarted(now));
    }

    ObservationSpan observation(ServerId server) {
        return spans.getOrDefault(server, ObservationSpan.begun(opened));
    }

    void forget(ServerId server) {
        health.remove(server);
        turned.remove(server);
        spans.remove(server);
    }
}
