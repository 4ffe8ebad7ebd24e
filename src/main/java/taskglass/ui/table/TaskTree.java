package taskglass.ui.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * The tasks of the book as a tree: newest run first, children under their parents oldest first, a child whose parent
 * is not in the book at the root. It follows the book difference by difference and leaves all other rows alone.
 */
final class TaskTree {
    /** From so many arrivals on under one parent, its list is sorted once and set in one go. */
    private static final int MANY = 32;

    private final TaskBook book;
    private final Map<TaskKey, TreeItem<TaskRow>> items = new HashMap<>();
    private final TreeItem<TaskRow> root = new TreeItem<>();

    TaskTree(TaskBook book) {
        this.book = book;
        root.setExpanded(true);
        sow(book.tasks());
    }

    TreeItem<TaskRow> root() {
        return root;
    }

    Optional<TreeItem<TaskRow>> find(TaskKey key) {
        return Optional.ofNullable(items.get(key));
    }

    /** Follows the book; tells whether any row came, went or moved. */
    boolean apply(BookDiff diff) {
        Set<TreeItem<TaskRow>> moving = new LinkedHashSet<>();
        boolean left = false;
        for (BookDiff.Entry entry : diff.entries()) {
            if (entry.after().isPresent()) {
                note(entry.after().get(), moving);
            } else {
                left |= leave(entry.key(), moving);
            }
        }
        move(moving);
        return left || !moving.isEmpty();
    }

    private void sow(Collection<AgentTask> tasks) {
        Set<TreeItem<TaskRow>> all = new LinkedHashSet<>();
        tasks.forEach(task -> note(task, all));
        move(all);
    }

    private void note(AgentTask task, Set<TreeItem<TaskRow>> moving) {
        TreeItem<TaskRow> known = items.get(task.key());
        if (known == null) {
            TreeItem<TaskRow> item = new TreeItem<>(new TaskRow(task));
            item.setExpanded(true);
            items.put(task.key(), item);
            moving.add(item);
            book.children(task.key()).forEach(child -> find(child.key()).ifPresent(moving::add));
            return;
        }
        boolean adopted = !known.getValue()
                .task()
                .session()
                .parent()
                .equals(task.session().parent());
        known.getValue().show(task);
        if (adopted || (known.getValue().misplaced() && !staysPut(known))) {
            moving.add(known);
        }
    }

    /** Whether its new place is still between its neighbours, so that nothing has to move; it has it then. */
    private boolean staysPut(TreeItem<TaskRow> item) {
        if (item.getParent() == null) {
            return false;
        }
        List<TreeItem<TaskRow>> siblings = item.getParent().getChildren();
        Comparator<TreeItem<TaskRow>> order = order(item.getParent());
        int at = Collections.binarySearch(siblings, item, order);
        Instant before = item.getValue().place();
        boolean afterPrevious = at == 0 || order.compare(siblings.get(at - 1), item) < 0;
        boolean beforeNext = at == siblings.size() - 1 || order.compare(item, siblings.get(at + 1)) < 0;
        if (!(afterPrevious && beforeNext)) {
            item.getValue().place(before);
        }
        return afterPrevious && beforeNext;
    }

    private Comparator<TreeItem<TaskRow>> order(TreeItem<TaskRow> parent) {
        return Comparator.comparing(
                TreeItem::getValue, parent.equals(root) ? TaskRow.NEWEST_FIRST : TaskRow.OLDEST_FIRST);
    }

    private boolean leave(TaskKey key, Set<TreeItem<TaskRow>> moving) {
        TreeItem<TaskRow> item = items.remove(key);
        if (item == null) {
            return false;
        }
        moving.remove(item);
        if (!item.isLeaf()) {
            moving.addAll(item.getChildren());
        }
        detach(item);
        return true;
    }

    private void move(Set<TreeItem<TaskRow>> moving) {
        SequencedMap<TreeItem<TaskRow>, List<TreeItem<TaskRow>>> arrivals = new LinkedHashMap<>();
        for (TreeItem<TaskRow> item : moving) {
            arrivals.computeIfAbsent(home(item), home -> new ArrayList<>()).add(item);
        }
        // The root last: what hangs below it is built before the table sees any of it.
        Optional.ofNullable(arrivals.remove(root)).ifPresent(roots -> arrivals.put(root, roots));
        arrivals.forEach(this::settle);
    }

    private void settle(TreeItem<TaskRow> home, List<TreeItem<TaskRow>> arrivals) {
        boolean many = arrivals.size() >= MANY;
        arrivals.stream()
                .filter(item -> !many || !home.equals(item.getParent()))
                .forEach(TaskTree::detach);
        arrivals.forEach(item -> item.getValue().place());
        Comparator<TreeItem<TaskRow>> order = order(home);
        ObservableList<TreeItem<TaskRow>> children = home.getChildren();
        if (many) {
            Set<TreeItem<TaskRow>> all = new LinkedHashSet<>(children);
            all.addAll(arrivals);
            children.setAll(all.stream().sorted(order).toList());
        } else {
            for (TreeItem<TaskRow> item : arrivals) {
                children.add(-1 - Collections.binarySearch(children, item, order), item);
            }
        }
    }

    private static void detach(TreeItem<TaskRow> item) {
        if (item.getParent() != null) {
            item.getParent().getChildren().remove(item);
        }
    }

    private TreeItem<TaskRow> home(TreeItem<TaskRow> item) {
        TreeItem<TaskRow> parent =
                item.getValue().task().session().parent().flatMap(this::find).orElse(root);
        return parent.equals(item) ? root : parent;
    }
}
