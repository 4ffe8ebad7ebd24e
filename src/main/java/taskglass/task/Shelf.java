package taskglass.task;

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
import taskglass.task.Sight.Presence;

/** The tasks of the book, with three ways to find them: by parent, those of a server with something open or unread. */
final class Shelf {
    private final Map<TaskKey, AgentTask> tasks = new LinkedHashMap<>();
    private final Map<TaskKey, Set<TaskKey>> children = new LinkedHashMap<>();
    private final Map<ServerId, Set<TaskKey>> open = new LinkedHashMap<>();
    private final Map<ServerId, Set<TaskKey>> unread = new LinkedHashMap<>();
    private final Set<TaskKey> removed = new HashSet<>();
    /** What works in the background, and what plugins call it, told by those above: perhaps before the session itself. */
    private final Map<TaskKey, String> backgroundIds = new HashMap<>();
    /** What ended together with its process, by session: whatever server shows it, now or later. */
    private final Map<String, EndFacts.Left> left = new LinkedHashMap<>();

    private final Retirement retirement;
    private final ParentLinks links = new ParentLinks(this);

    Shelf(int kept) {
        retirement = new Retirement(this, kept);
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

    /** The server's tasks that are at work or of which something is still to be read. */
    List<AgentTask> open(ServerId server) {
        return open.getOrDefault(server, Set.of()).stream().map(tasks::get).toList();
    }

    /** The server's tasks of which something is still to be read. */
    Set<TaskKey> unread(ServerId server) {
        return unread.getOrDefault(server, Set.of());
    }

    /** Whether a session that a server lists has its place here. */
    boolean admits(SessionInfo session) {
        return !wasRemoved(session.key()) && retirement.admits(session);
    }

    /** Lets the oldest go where there are too many. */
    void trim(BookDiff diff) {
        retirement.retire(diff);
    }

    /** Takes out one whose session stays where it is. */
    void retire(TaskKey key, BookDiff diff) {
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

    /** The task above may have told that one below it works in the background, and what a plugin calls it. */
    void hear(TaskKey above, Fact fact, BookDiff diff) {
        if (fact instanceof Fact.Delegated(String child, String id)) {
            TaskKey key = above.sibling(child);
            if (!id.equals(backgroundIds.put(key, id))) {
                find(key).ifPresent(task -> put(task, diff));
            }
        }
    }

    private AgentTask called(AgentTask task) {
        String id = backgroundIds.isEmpty() ? null : backgroundIds.get(task.key());
        boolean same = id == null || (task.inBackground() && id.equals(task.backgroundId()));
        return same ? task : task.with(task.orders().called(id));
    }

    /** A process that worked on it has ended, whichever servers list it. */
    void leave(AgentTask task, EndFacts.Left how, BookDiff diff) {
        String session = task.key().session();
        left.put(session, how);
        open.keySet().stream()
                .flatMap(server -> find(new TaskKey(server, session)).stream())
                .toList()
                .forEach(known -> put(ended(known), diff));
    }

    private AgentTask ended(AgentTask task) {
        Sight sight = task.sight();
        return Optional.ofNullable(left.get(task.key().session()))
                .map(end -> task.with(sight.with(sight.ends().left(end))))
                .orElse(task);
    }

    /** Puts a task in its place; a deleted session's row stays only if something happened to it in our sight. */
    void put(AgentTask given, BookDiff diff) {
        TaskKey key = given.key();
        AgentTask task = called(tasks.containsKey(key) ? given : ended(given));
        if (task.deleted() && !task.ranHere()) {
            drop(key, diff);
            if (task.sight().presence() == Presence.DELETED) {
                removed.add(key);
            }
            return;
        }
        place(rooted(task, diff), diff);
    }

    /** The task with a parent as far as that makes no ring; where another of the ring has to do without, that goes first. */
    private AgentTask rooted(AgentTask task, BookDiff diff) {
        boolean news = task.parentKey().isPresent()
                && find(task.key())
                        .filter(known -> known.parentKey().equals(task.parentKey()))
                        .isEmpty();
        Optional<AgentTask> surplus = news ? links.surplus(task) : Optional.empty();
        if (surplus.filter(task::equals).isPresent()) {
            return task.with(task.session().withoutParent());
        }
        surplus.ifPresent(other -> place(other.with(other.session().withoutParent()), diff));
        return task;
    }

    private void place(AgentTask task, BookDiff diff) {
        TaskKey key = task.key();
        AgentTask before = tasks.put(key, task);
        diff.note(key, Optional.ofNullable(before), Optional.of(task));
        Optional.ofNullable(before)
                .filter(known -> !known.parentKey().equals(task.parentKey()))
                .ifPresent(this::orphan);
        task.session().parent().ifPresent(parent -> slot(children, parent).add(key));
        boolean reads = Agenda.needsReading(task);
        list(unread, key, reads);
        list(open, key, reads || Agenda.concerns(task));
    }

    private static void list(Map<ServerId, Set<TaskKey>> lists, TaskKey key, boolean belongs) {
        Set<TaskKey> keys = slot(lists, key.server());
        if (belongs) {
            keys.add(key);
        } else {
            keys.remove(key);
        }
    }

    /** Takes a task out for good. */
    void remove(TaskKey key, BookDiff diff) {
        removed.add(key);
        drop(key, diff);
    }

    private void drop(TaskKey key, BookDiff diff) {
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
            Set<TaskKey> left = slot(children, parent);
            left.remove(task.key());
            if (left.isEmpty()) {
                children.remove(parent);
            }
        });
    }

    /** Drops all of a server; it may be watched anew, and then all of it may come back. */
    void forget(ServerId server, BookDiff diff) {
        of(server).forEach(task -> drop(task.key(), diff));
        removed.removeIf(key -> key.server().equals(server));
        backgroundIds.keySet().removeIf(key -> key.server().equals(server));
        retirement.reset();
    }

    private static <K> Set<TaskKey> slot(Map<K, Set<TaskKey>> map, K key) {
        return map.computeIfAbsent(key, k -> new LinkedHashSet<>());
    }
}
