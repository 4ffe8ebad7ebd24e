package taskglass.task.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.EndEvidence;
import taskglass.task.status.SessionPresence;
import taskglass.task.status.SessionPresence.Presence;

/** Holds the tasks of the store, with indexes by parent, and by server for those that are open or unread. */
final class TaskIndex {
    private final Map<TaskKey, AgentTask> tasks = new LinkedHashMap<>();
    private final Map<TaskKey, Set<TaskKey>> children = new LinkedHashMap<>();
    private final Map<ServerId, Set<TaskKey>> open = new LinkedHashMap<>();
    private final Map<ServerId, Set<TaskKey>> unread = new LinkedHashMap<>();
    private final Set<TaskKey> removed = new HashSet<>();
    /**
     * The background tasks and the plugins' ids for them, as reported by their parents, perhaps before the session
     * itself.
     */
    private final Map<TaskKey, String> backgroundIds = new HashMap<>();

    private final Map<TaskKey, Set<TaskKey>> backgroundChildren = new HashMap<>();
    /**
     * The tasks that ended together with their process, by session, on whichever server they are shown, now or later.
     */
    private final Map<String, EndEvidence.ProcessEnd> processEnds = new LinkedHashMap<>();

    private final Eviction eviction;
    private final ParentLinks links = new ParentLinks(this);

    TaskIndex(int kept) {
        eviction = new Eviction(this, kept);
    }

    Collection<AgentTask> tasks() {
        return tasks.values();
    }

    Optional<AgentTask> find(TaskKey key) {
        return Optional.ofNullable(tasks.get(key));
    }

    List<AgentTask> children(TaskKey parent) {
        return children.getOrDefault(parent, Set.of()).stream().map(tasks::get).toList();
    }

    /** The server's tasks that are at work or have something left to read. */
    List<AgentTask> open(ServerId server) {
        return open.getOrDefault(server, Set.of()).stream().map(tasks::get).toList();
    }

    /** The server's tasks that have something left to read. */
    Set<TaskKey> unread(ServerId server) {
        return unread.getOrDefault(server, Set.of());
    }

    /** Whether a session that a server lists may enter the store. */
    boolean accepts(SessionInfo session) {
        return !wasRemoved(session.key()) && eviction.accepts(session);
    }

    /** Evicts the oldest tasks if there are too many. */
    void trim(StoreDiff diff) {
        eviction.evict(diff);
    }

    /** Evicts a task. Its session stays on the server. */
    void evict(TaskKey key, StoreDiff diff) {
        drop(key, diff);
        diff.noteRetired(key);
    }

    List<AgentTask> of(ServerId server) {
        List<AgentTask> found = new ArrayList<>(tasks.values());
        found.removeIf(task -> !task.key().server().equals(server));
        return found;
    }

    boolean wasRemoved(TaskKey key) {
        return removed.contains(key);
    }

    /** Notes a fact from a parent task: one of its children works in the background, with a plugin's id for it. */
    void onParentFact(TaskKey above, Fact fact, StoreDiff diff) {
        if (fact instanceof Fact.Delegated(String child, String id)) {
            TaskKey key = above.sibling(child);
            slot(backgroundChildren, above).add(key);
            if (!id.equals(backgroundIds.put(key, id))) {
                find(key).ifPresent(task -> put(task, diff));
            }
        }
    }

    /** Whether it has started a child in the background that has not begun to work, as far as is known. */
    boolean hasUnbegunChild(TaskKey parent) {
        return backgroundChildren.getOrDefault(parent, Set.of()).stream()
                .filter(child -> !wasRemoved(child))
                .anyMatch(child -> find(child)
                        .map(AgentTask::status)
                        .filter(status -> status != TaskStatus.IDLE)
                        .isEmpty());
    }

    private AgentTask withBackgroundId(AgentTask task) {
        String id = backgroundIds.isEmpty() ? null : backgroundIds.get(task.key());
        boolean same = id == null || (task.inBackground() && id.equals(task.backgroundId()));
        return same ? task : task.with(task.requested().withBackgroundId(id));
    }

    /** Notes that a process that worked on a task has ended, for every server that lists the task. */
    void noteProcessEnd(AgentTask task, EndEvidence.ProcessEnd how, StoreDiff diff) {
        String session = task.key().session();
        processEnds.put(session, how);
        open.keySet().stream()
                .flatMap(server -> find(new TaskKey(server, session)).stream())
                .toList()
                .forEach(known -> put(ended(known), diff));
    }

    private AgentTask ended(AgentTask task) {
        SessionPresence sessionPresence = task.presence();
        return Optional.ofNullable(processEnds.get(task.key().session()))
                .map(end ->
                        task.with(sessionPresence.with(sessionPresence.ends().processEnd(end))))
                .orElse(task);
    }

    /** Stores a task. The row of a deleted session stays only if it was active since the window opened. */
    void put(AgentTask given, StoreDiff diff) {
        TaskKey key = given.key();
        AgentTask task = withBackgroundId(tasks.containsKey(key) ? given : ended(given));
        if (task.deleted() && !task.ranHere()) {
            drop(key, diff);
            if (task.presence().presence() == Presence.DELETED) {
                removed.add(key);
            }
            return;
        }
        place(rooted(task, diff), diff);
    }

    /**
     * Returns the task with its parent, unless that would close a cycle. If another task of the cycle must lose its
     * parent, that task is updated first.
     */
    private AgentTask rooted(AgentTask task, StoreDiff diff) {
        boolean newParent = task.parentKey().isPresent()
                && find(task.key())
                        .filter(known -> known.parentKey().equals(task.parentKey()))
                        .isEmpty();
        Optional<AgentTask> surplus = newParent ? links.surplus(task) : Optional.empty();
        if (surplus.filter(task::equals).isPresent()) {
            return task.with(task.session().withoutParent());
        }
        surplus.ifPresent(other -> place(other.with(other.session().withoutParent()), diff));
        return task;
    }

    private void place(AgentTask task, StoreDiff diff) {
        TaskKey key = task.key();
        AgentTask before = tasks.put(key, task);
        diff.note(key, Optional.ofNullable(before), Optional.of(task));
        Optional.ofNullable(before)
                .filter(known -> !known.parentKey().equals(task.parentKey()))
                .ifPresent(this::orphan);
        task.session().parent().ifPresent(parent -> slot(children, parent).add(key));
        boolean reads = ReadNeeds.needsReading(task);
        list(unread, key, reads);
        list(open, key, reads || ReadNeeds.concerns(task));
    }

    private static void list(Map<ServerId, Set<TaskKey>> lists, TaskKey key, boolean belongs) {
        Set<TaskKey> keys = slot(lists, key.server());
        if (belongs) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }

    /** Removes a task for good. */
    void remove(TaskKey key, StoreDiff diff) {
        removed.add(key);
        drop(key, diff);
    }

    private void drop(TaskKey key, StoreDiff diff) {
        AgentTask before = tasks.remove(key);
        if (before != null) {
            list(open, key, false);
            list(unread, key, false);
            orphan(before);
            diff.note(key, Optional.of(before), Optional.empty());
        }
    }

    private void orphan(AgentTask task) {
        task.parentKey().ifPresent(parent -> {
            Set<TaskKey> processEnds = slot(children, parent);
            processEnds.remove(task.key());
            if (processEnds.isEmpty()) {
                children.remove(parent);
            }
        });
    }

    /** Drops all tasks of a server. If the server is watched again, all of them may come back. */
    void forget(ServerId server, StoreDiff diff) {
        of(server).forEach(task -> drop(task.key(), diff));
        removed.removeIf(key -> key.server().equals(server));
        backgroundIds.keySet().removeIf(key -> key.server().equals(server));
        backgroundChildren.keySet().removeIf(key -> key.server().equals(server));
        eviction.reset();
    }

    private static <K> Set<TaskKey> slot(Map<K, Set<TaskKey>> map, K key) {
        return map.computeIfAbsent(key, k -> new LinkedHashSet<>());
    }
}
