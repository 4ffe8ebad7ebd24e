package taskglass.shell.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import taskglass.task.TaskKey;

/**
 * The queue of lines to be printed, in order. The store's thread fills it and the command's thread empties it, so a
 * slow reader delays nothing. If the queue is long, a task's newer line replaces its older one.
 */
public final class Outbox {
    private static final int MANY = 1000;

    private final SequencedMap<Long, Waiting> lines = new LinkedHashMap<>();
    private final Map<TaskKey, Long> newest = new LinkedHashMap<>();
    private long next;

    private record Waiting(TaskKey task, String line) {}

    public synchronized void put(TaskKey task, String line) {
        Long before = newest.put(task, next);
        if (before != null && lines.size() >= MANY) {
            lines.remove(before);
        }
        lines.put(next, new Waiting(task, line));
        next++;
        notifyAll();
    }

    /** Removes and returns the oldest line; waits for one. */
    public synchronized String take() throws InterruptedException {
        while (lines.isEmpty()) {
            wait();
        }
        Map.Entry<Long, Waiting> first = lines.pollFirstEntry();
        newest.remove(first.getValue().task(), first.getKey());
        return first.getValue().line();
    }
}
