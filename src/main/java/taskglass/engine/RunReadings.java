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
 * Reads the latest runs of many tasks beside the polls, for whoever wants to know of all of them soon: a few at a time of each
 * server. Belongs to the owner's thread; what is read enters the book.
 */
public final class RunReadings {
    /** A real server answers 200 small reads in a second when eight come at a time, and no more when more do. */
    public static final int AT_A_TIME = 8;

    /** What was read is read again where the stream came or went meanwhile; what is in doubt then is left to the polls. */
    private static final int TRIES = 3;

    private final TaskBook book;
    private final Watches watches;
    private final Commands commands;
    private final Inbox inbox;
    private final Map<ServerId, Deque<TaskKey>> waiting = new HashMap<>();
    private final Map<ServerId, Integer> busy = new HashMap<>();
    /** Those that wait, that are being read, and whose reading is on its way into the book. */
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

    /** Has these read, in that order; one that is waiting already, or was read often enough, is not. */
    public void read(Collection<TaskKey> tasks) {
        for (TaskKey key : tasks) {
            if (tries.getOrDefault(key, 0) < TRIES && underWay.add(key)) {
                waiting.computeIfAbsent(key.server(), server -> new ArrayDeque<>())
                        .add(key);
            }
        }
        waiting.keySet().forEach(this::begin);
    }

    /** Whether its server would not tell of it. */
    public boolean refused(TaskKey task) {
        return refused.contains(task);
    }

    /** Hears of each that was refused. */
    public void onRefusal(Runnable listener) {
        listeners.add(listener);
    }

    private void begin(ServerId server) {
        Deque<TaskKey> queue = waiting.getOrDefault(server, new ArrayDeque<>());
        while (busy.getOrDefault(server, 0) < AT_A_TIME && !queue.isEmpty()) {
            begin(queue.remove());
        }
    }

    /** What it is asked with is what is known now, and not when it began to wait. */
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

    /** One that failed is read again in its turn: only an answer that tells nothing is a refusal, or the last of several tries. */
    private void landed(TaskKey key, Question question, Optional<Reading> reading) {
        busy.merge(key.server(), -1, Integer::sum);
        reading.ifPresent(told -> inbox.post(new Change.Read(told, question.asked())));
        if (reading.isEmpty()) {
            underWay.remove(key);
            read(List.of(key));
        }
        if (!underWay.contains(key) || reading.filter(told -> !tells(told)).isPresent()) {
            refused.add(key);
            listeners.forEach(Runnable::run);
        }
        begin(key.server());
    }

    private static boolean tells(Reading reading) {
        return reading.extent() != Extent.REFUSED || !reading.facts().isEmpty();
    }

    /** What has entered the book may be read again, should it still be in doubt. */
    void heard(List<Change> batch) {
        for (Change change : batch) {
            if (change instanceof Change.Read(Reading reading, long _)) {
                underWay.remove(reading.key());
            }
        }
    }
}
