package taskglass.engine;

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
import taskglass.opencode.OpenCodeClient;
import taskglass.task.AgentTask;
import taskglass.task.Change;
import taskglass.task.Listing.Extent;
import taskglass.task.Listing.Reading;
import taskglass.task.Question;
import taskglass.task.ServerId;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * Reads the latest runs of many tasks alongside the polls, for callers that want them all soon, a few at a time per
 * server. The readings go into the store. Not thread-safe: used on the store's thread only.
 */
public final class RunReadings {
    /** A real server answers 200 small reads per second with eight at a time, and no more than that with more. */
    public static final int AT_A_TIME = 8;

    /**
     * A run is read again if the stream came or went meanwhile. What is still in doubt after that is left to the polls.
     */
    private static final int TRIES = 3;

    private final TaskBook book;
    private final Watches watches;
    private final Commands commands;
    private final Inbox inbox;
    private final Map<ServerId, Deque<TaskKey>> waiting = new HashMap<>();
    private final Map<ServerId, Integer> busy = new HashMap<>();
    /** Tasks that wait, that are being read, and whose reading is on its way into the store. */
    private final Set<TaskKey> underWay = new HashSet<>();

    private final Map<TaskKey, Integer> tries = new HashMap<>();
    private final Set<TaskKey> refused = new HashSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    RunReadings(TaskBook book, Watches watches, Commands commands, Inbox inbox) {
        this.book = book;
        this.watches = watches;
        this.commands = commands;
        this.inbox = inbox;
    }

    /** Reads these tasks, in that order. Skips tasks that already wait or were read often enough. */
    public void read(Collection<TaskKey> tasks) {
        for (TaskKey key : tasks) {
            if (tries.getOrDefault(key, 0) < TRIES && underWay.add(key)) {
                waiting.computeIfAbsent(key.server(), server -> new ArrayDeque<>())
                        .add(key);
            }
        }
        waiting.keySet().forEach(this::begin);
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
        Optional<AgentTask> task = book.find(key);
        Optional<OpenCodeClient> client = watches.find(key.server()).map(Watch::client);
        if (task.isEmpty() || client.isEmpty()) {
            underWay.remove(key);
            return;
        }
        tries.merge(key, 1, Integer::sum);
        busy.merge(key.server(), 1, Integer::sum);
        Question question = book.wholeRun(task.get());
        commands.run(key.server(), () -> client.get().read(question.reads().getFirst()))
                .whenComplete((reading, failure) -> landed(key, question, Optional.ofNullable(reading)));
    }

    private void landed(TaskKey key, Question question, Optional<Reading> reading) {
        busy.merge(key.server(), -1, Integer::sum);
        reading.ifPresentOrElse(
                told -> inbox.post(new Change.Read(told, question.asked())), () -> underWay.remove(key));
        if (reading.filter(RunReadings::tells).isEmpty()) {
            refused.add(key);
            listeners.forEach(Runnable::run);
        }
        begin(key.server());
    }

    private static boolean tells(Reading reading) {
        return reading.extent() != Extent.REFUSED || !reading.facts().isEmpty();
    }

    /** A task whose reading has entered the store may be read again if it is still in doubt. */
    void heard(List<Change> batch) {
        for (Change change : batch) {
            if (change instanceof Change.Read(Reading reading, long _)) {
                underWay.remove(reading.key());
            }
        }
    }
}
