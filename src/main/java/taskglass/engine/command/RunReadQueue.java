package taskglass.engine.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.OpenCodeClient;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.Listing.Extent;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.ListingRequest;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Reads the latest runs of many tasks alongside the polls, for callers that want them all soon, a few at a time per
 * server. The readings go into the store. Not thread-safe: used on the store's thread only.
 */
public final class RunReadQueue {
    /** A real server answers 200 small reads per second with eight at a time, and no more than that with more. */
    public static final int AT_A_TIME = 8;

    /**
     * A run is read again if the stream came or went meanwhile. What is still in doubt after that is left to the polls.
     */
    private static final int TRIES = 3;

    private final TaskStore store;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    private final Inbox inbox;
    private final Map<ServerId, Deque<TaskKey>> waiting = new HashMap<>();
    private final Map<ServerId, Integer> busy = new HashMap<>();
    /** Tasks that wait, that are being read, and whose reading is on its way into the store. */
    private final Set<TaskKey> underWay = new HashSet<>();

    private final Map<TaskKey, Integer> tries = new HashMap<>();
    private final Set<TaskKey> refused = new HashSet<>();
    private final Set<TaskKey> left = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public RunReadQueue(TaskStore store, ServerMonitors monitors, CommandRunner commands, Inbox inbox) {
        this.store = store;
        this.monitors = monitors;
        this.commands = commands;
        this.inbox = inbox;
    }

    /** Reads these tasks, in that order. Skips those that already wait; one that was read often is left to the polls. */
    public void read(Collection<TaskKey> tasks) {
        for (TaskKey key : tasks) {
            if (tries.getOrDefault(key, 0) >= TRIES) {
                leaveToPolls(key);
            } else if (underWay.add(key)) {
                waiting.computeIfAbsent(key.server(), server -> new ArrayDeque<>())
                        .add(key);
            }
        }
        waiting.keySet().forEach(this::begin);
    }

    /** The polls read a settled task only if it is looked at. */
    private void leaveToPolls(TaskKey key) {
        if (!underWay.contains(key) && left.add(key)) {
            inbox.post(new Change.LookedAt(key));
        }
    }

    /** Whether its server refused to report on it. */
    public boolean refused(TaskKey task) {
        return refused.contains(task);
    }

    /** Registers a listener that is called after each refusal. */
    public void onRefusal(Runnable listener) {
        listeners.add(listener);
    }

    private void begin(ServerId server) {
        Deque<TaskKey> queue = waiting.getOrDefault(server, new ArrayDeque<>());
        while (busy.getOrDefault(server, 0) < AT_A_TIME && !queue.isEmpty()) {
            begin(queue.remove());
        }
    }

    /** Asks with what is known now, not with what was known when the task began to wait. */
    private void begin(TaskKey key) {
        Optional<AgentTask> task = store.find(key);
        Optional<OpenCodeClient> client = monitors.find(key.server()).map(ServerMonitor::client);
        if (task.isEmpty() || client.isEmpty()) {
            underWay.remove(key);
            return;
        }
        tries.merge(key, 1, Integer::sum);
        busy.merge(key.server(), 1, Integer::sum);
        ListingRequest listingRequest = store.wholeRun(task.get());
        commands.run(
                        key.server(),
                        () -> client.get().read(listingRequest.reads().getFirst()))
                .whenComplete((reading, failure) -> onRead(key, listingRequest, Optional.ofNullable(reading)));
    }

    /** A failed read is queued again, up to {@code TRIES}. A task is refused if the answer is empty or no try is left. */
    private void onRead(TaskKey key, ListingRequest listingRequest, Optional<Reading> reading) {
        busy.merge(key.server(), -1, Integer::sum);
        reading.ifPresent(read -> inbox.post(new Change.Read(read, listingRequest.asked())));
        if (reading.isEmpty()) {
            underWay.remove(key);
            read(List.of(key));
        }
        if (!underWay.contains(key)
                || reading.filter(read -> !isConclusive(read)).isPresent()) {
            refused.add(key);
            listeners.forEach(Runnable::run);
        }
        begin(key.server());
    }

    private static boolean isConclusive(Reading reading) {
        return reading.extent() != Extent.REFUSED || !reading.facts().isEmpty();
    }

    /** A task whose reading has entered the store may be read again if it is still in doubt. */
    public void onBatch(List<Change> batch) {
        for (Change change : batch) {
            if (change instanceof Change.Read(Reading reading, long _)) {
                underWay.remove(reading.key());
            }
        }
    }
}
