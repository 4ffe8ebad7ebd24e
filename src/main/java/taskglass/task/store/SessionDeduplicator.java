package taskglass.task.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;

/**
 * Merges sessions that are seen through several servers of the same database into one row. The row comes from the
 * server that leads the session's tree: the one that launched or runs it, or else the one that already leads it. All
 * other sessions are separate rows, whatever ids they show.
 */
final class SessionDeduplicator {
    private static final SequencedSet<ServerId> NOBODY = Collections.unmodifiableSequencedSet(new LinkedHashSet<>());

    private final TaskIndex index;
    private final Predicate<ServerId> answers;
    private final ServerDatabases serverDatabases;
    private final Map<Stored, SequencedSet<ServerId>> holders = new HashMap<>();
    private final Map<Stored, ServerId> leaders = new HashMap<>();
    private final Set<TaskKey> hidden = new HashSet<>();

    /** How many sessions are seen through more than one server. */
    private int seenTwice;

    /** A session of a database, through whichever servers it is seen. */
    private record Stored(String database, String session) {}

    /**
     * Creates the merger.
     *
     * @param answers which servers currently answer
     * @param database where a local server stores its sessions, according to its process
     */
    SessionDeduplicator(TaskIndex index, Predicate<ServerId> answers, Function<ServerId, Optional<String>> database) {
        this.index = index;
        this.answers = answers;
        this.serverDatabases = new ServerDatabases(database, answers);
    }

    /** Returns the same text for servers of the same database. */
    String database(ServerId server) {
        return serverDatabases.of(server);
    }

    /** The tasks that are not hidden behind a duplicate. */
    Collection<AgentTask> shown(Collection<AgentTask> all) {
        return hidden.isEmpty()
                ? all
                : all.stream().filter(task -> shows(task.key())).toList();
    }

    boolean shows(TaskKey key) {
        return hidden.isEmpty() || !hidden.contains(key);
    }

    /** Returns the difference as the user sees it: rows hidden behind a duplicate do not exist. */
    StoreDiff visible(StoreDiff raw) {
        raw.entries().forEach(this::hold);
        boolean moved = serverDatabases.refresh();
        if (moved) {
            holdAnew();
        }
        if (seenTwice == 0 && hidden.isEmpty()) {
            return raw;
        }
        Collection<AgentTask> doubtful = moved || raw.serversChanged() ? doubtful() : doubtful(raw);
        Set<TaskKey> before = Set.copyOf(hidden);
        roots(doubtful).forEach(this::lead);
        hidden.removeIf(key -> index.find(key).isEmpty());
        return visible(raw, before);
    }

    /** Rebuilds the index, because a server turned out to store its sessions elsewhere than assumed. */
    private void holdAnew() {
        holders.clear();
        seenTwice = 0;
        index.tasks().forEach(task -> hold(task.key()));
    }

    private void hold(StoreDiff.Entry entry) {
        if (entry.after().isPresent()) {
            hold(entry.key());
            return;
        }
        Stored stored = stored(entry.key());
        SequencedSet<ServerId> left = holders(entry.key());
        ServerId server = entry.key().server();
        seenTwice -= left.contains(server) && left.remove(server) && left.size() == 1 ? 1 : 0;
        if (left.isEmpty()) {
            holders.remove(stored);
            leaders.remove(stored);
        }
    }

    private void hold(TaskKey key) {
        SequencedSet<ServerId> all = holders.computeIfAbsent(stored(key), id -> new LinkedHashSet<>(2));
        seenTwice += all.add(key.server()) && all.size() == 2 ? 1 : 0;
    }

    private Stored stored(TaskKey key) {
        return new Stored(serverDatabases.of(key.server()), key.session());
    }

    private SequencedSet<ServerId> holders(TaskKey key) {
        return holders.getOrDefault(stored(key), NOBODY);
    }

    /** All tasks that have a duplicate or are hidden. */
    private Collection<AgentTask> doubtful() {
        return index.tasks().stream()
                .filter(task -> hasTwin(task) || !shows(task.key()))
                .toList();
    }

    /** The tasks that may have become hidden or shown. */
    private Collection<AgentTask> doubtful(StoreDiff raw) {
        Map<TaskKey, AgentTask> found = new LinkedHashMap<>();
        for (StoreDiff.Entry entry : raw.entries()) {
            for (ServerId server : holders(entry.key())) {
                TaskKey key = onServer(entry.key(), server);
                index.find(key).filter(task -> hasTwin(task) || !shows(key)).ifPresent(task -> found.put(key, task));
            }
        }
        return found.values();
    }

    private boolean hasTwin(AgentTask task) {
        return holders(task.key()).size() > 1;
    }

    /** The root of each tree, once per tree, through whichever server it is seen. */
    private Collection<TaskKey> roots(Collection<AgentTask> tasks) {
        Map<Stored, TaskKey> roots = new LinkedHashMap<>();
        tasks.forEach(task -> roots.putIfAbsent(stored(root(task)), root(task)));
        return roots.values();
    }

    private TaskKey root(AgentTask task) {
        TaskKey top = task.key();
        for (Optional<AgentTask> at = Optional.of(task); at.isPresent(); at = at.flatMap(this::parent)) {
            top = at.get().key();
        }
        return top;
    }

    private Optional<AgentTask> parent(AgentTask task) {
        return task.parentKey().flatMap(index::find);
    }

    /** Finds the server that leads a tree, and hides the same sessions of other servers behind it. */
    private void lead(TaskKey root) {
        SequencedSet<ServerId> candidates = holders(root);
        Optional<ServerId> best =
                candidates.stream().max(Comparator.comparingInt(server -> claim(onServer(root, server))));
        best.ifPresent(leader -> {
            leaders.put(stored(root), leader);
            candidates.forEach(server -> tree(onServer(root, server)).forEach(task -> line(task.key(), leader)));
        });
    }

    private static TaskKey onServer(TaskKey key, ServerId server) {
        return new TaskKey(server, key.session());
    }

    /** Hides or shows a task. A session that the leader does not know is shown from a server that knows it. */
    private void line(TaskKey key, ServerId leader) {
        boolean shown = holders(key).contains(leader);
        if (shown && !key.server().equals(leader)) {
            hidden.add(key);
        } else {
            hidden.remove(key);
        }
    }

    /**
     * Ranks a server. One that does not answer knows nothing. Of the others, one that works on it or launched it knows
     * best.
     */
    private int claim(TaskKey root) {
        ServerId server = root.server();
        if (!answers.test(server)) {
            return 0;
        }
        List<AgentTask> tree = tree(root);
        boolean works = tree.stream().anyMatch(task -> task.activity().active());
        boolean launched = tree.stream().anyMatch(task -> task.launch().isPresent());
        boolean leads = server.equals(leaders.get(stored(root)));
        return (works ? 6 : launched ? 4 : 2) + (leads ? 1 : 0);
    }

    private List<AgentTask> tree(TaskKey root) {
        Deque<TaskKey> next = new ArrayDeque<>(List.of(root));
        Map<TaskKey, AgentTask> found = new LinkedHashMap<>();
        while (!next.isEmpty()) {
            TaskKey key = next.removeFirst();
            Optional<AgentTask> task = index.find(key).filter(known -> !found.containsKey(key));
            task.ifPresent(known -> {
                found.put(key, known);
                index.children(key).forEach(child -> next.add(child.key()));
            });
        }
        return List.copyOf(found.values());
    }

    private StoreDiff visible(StoreDiff raw, Set<TaskKey> before) {
        StoreDiff seen = new StoreDiff();
        for (StoreDiff.Entry entry : raw.entries()) {
            TaskKey key = entry.key();
            seen.note(
                    key,
                    entry.before().filter(task -> !before.contains(key)),
                    entry.after().filter(task -> shows(key)));
        }
        Set<TaskKey> turned = new LinkedHashSet<>(before);
        turned.addAll(hidden);
        for (TaskKey key : turned) {
            boolean raised = before.contains(key) && shows(key);
            boolean lowered = !before.contains(key) && !shows(key);
            if ((raised || lowered) && !raw.has(key)) {
                seen.note(
                        key,
                        index.find(key).filter(task -> lowered),
                        index.find(key).filter(task -> raised));
            }
        }
        if (raw.serversChanged()) {
            seen.noteServers();
        }
        seen.noteRetired(raw);
        seen.dropEqual();
        return seen;
    }
}
