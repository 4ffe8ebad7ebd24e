package taskglass.ui.attention;

import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** All waiting requests, oldest first. One of them is shown, the same one as long as it is waiting. */
final class WaitingRequests {
    private final NavigableMap<Request.Id, Request> all = new TreeMap<>();
    private Optional<Request.Id> shown = Optional.empty();

    WaitingRequests(TaskStore store) {
        store.tasks().forEach(this::add);
        settle();
    }

    /** Follows the store. Returns whether anything about a request has changed. */
    boolean apply(StoreDiff diff) {
        boolean changed = false;
        for (StoreDiff.Entry entry : diff.entries()) {
            changed |= entry.before().filter(this::remove).isPresent();
            changed |= entry.after().filter(this::add).isPresent();
        }
        settle();
        return changed;
    }

    private boolean add(AgentTask task) {
        List<Request> requests = requests(task);
        requests.forEach(request -> all.put(request.id(), request));
        return !requests.isEmpty();
    }

    private boolean remove(AgentTask task) {
        List<Request> requests = requests(task);
        requests.forEach(request -> all.remove(request.id()));
        return !requests.isEmpty();
    }

    private static List<Request> requests(AgentTask task) {
        return task.attention().stream()
                .map(attention -> new Request(task, attention))
                .toList();
    }

    /** If the shown request is gone, shows the one after it, otherwise the first. */
    private void settle() {
        shown = shown.map(id -> all.containsKey(id) ? id : all.higherKey(id))
                .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.firstKey()));
    }

    Optional<Request> shown() {
        return shown.map(all::get);
    }

    int count() {
        return all.size();
    }

    /** The position of the shown request, counted from 1. */
    int position() {
        return shown.map(id -> all.headMap(id, true).size()).orElse(0);
    }

    /** Goes to the next request. The first follows the last. */
    void next() {
        shown = shown.map(id -> Optional.ofNullable(all.higherKey(id)).orElseGet(all::firstKey));
    }

    void previous() {
        shown = shown.map(id -> Optional.ofNullable(all.lowerKey(id)).orElseGet(all::lastKey));
    }

    Set<Request.Id> ids() {
        return all.keySet();
    }
}
