package taskglass.ui.table.tree;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Supplier;
import javafx.scene.control.TreeItem;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/** The store's tasks as the rows of a tree, in one {@link Arrangement}. Children of unknown parents are roots. */
public final class TaskTree {
    private final TaskStore store;
    private final Supplier<Instant> now;
    private final Map<TaskKey, TreeItem<TaskRow>> items = new HashMap<>();
    private final Map<Grouping.Group, TreeItem<TaskRow>> groups = new HashMap<>();
    private final TreeItem<TaskRow> root = new TreeItem<>();
    private Arrangement arrangement = Arrangement.USUAL;

    public TaskTree(TaskStore store, Supplier<Instant> now) {
        this.store = store;
        this.now = now;
        root.setExpanded(true);
        follow();
    }

    public TreeItem<TaskRow> root() {
        return root;
    }

    public Arrangement arrangement() {
        return arrangement;
    }

    /** Returns the row of a task. A row hidden by the filter has no parent. */
    public Optional<TreeItem<TaskRow>> find(TaskKey key) {
        return Optional.ofNullable(items.get(key));
    }

    /** Places all rows again. Expanded rows stay expanded. */
    public void arrange(Arrangement next) {
        boolean regrouped = next.grouping() != arrangement.grouping();
        arrangement = next;
        groups.clear();
        root.getChildren().clear();
        items.values().forEach(item -> item.getChildren().clear());
        if (regrouped) {
            follow();
        } else {
            applyFilter();
            place(items.values());
        }
    }

    /** Updates the rows of all tasks and moves them to where they belong. */
    private void follow() {
        place(refresh(store.tasks().stream().map(AgentTask::key).toList(), parents()));
    }

    private ParentLookup parents() {
        return new ParentLookup(store, arrangement.grouping() == Grouping.PARENT);
    }

    /** Marks the rows to show: those of tasks that match the filter, and their ancestors. */
    private void applyFilter() {
        items.values().forEach(item -> item.getValue().shown(false));
        for (TreeItem<TaskRow> item : items.values()) {
            if (arrangement.filter().matches(item.getValue().known())) {
                showWithThoseAbove(item);
            }
        }
    }

    private void showWithThoseAbove(TreeItem<TaskRow> lowest) {
        for (Optional<TreeItem<TaskRow>> at = Optional.of(lowest);
                at.filter(item -> !item.getValue().shown()).isPresent();
                at = at.flatMap(this::above)) {
            at.get().getValue().shown(true);
        }
    }

    /** Follows the store. */
    public void apply(StoreDiff diff) {
        ParentLookup kin = parents();
        Set<TaskKey> touched = new LinkedHashSet<>();
        for (StoreDiff.Entry entry : diff.entries()) {
            entry.before().flatMap(AgentTask::parentKey).ifPresent(touched::add);
            touched.add(entry.key());
            if (entry.after().isEmpty()) {
                leave(entry.key());
                kin.children(entry.key()).forEach(touched::add);
            } else if (!items.containsKey(entry.key())) {
                kin.children(entry.key()).forEach(touched::add);
            }
        }
        place(refresh(touched, kin));
    }

    /** Moves the rows whose places have changed with time alone. */
    public void tick() {
        if (arrangement.order().ticks()) {
            place(items.values().stream()
                    .filter(item -> item.getValue().known().status().active())
                    .toList());
        }
    }

    /** Updates the rows of these tasks and of their ancestors, from the lowest up. */
    private Collection<TreeItem<TaskRow>> refresh(Collection<TaskKey> touched, ParentLookup kin) {
        SequencedSet<TreeItem<TaskRow>> refreshed = new LinkedHashSet<>();
        for (TaskKey key : kin.lowestFirst(touched)) {
            store.find(key).ifPresent(task -> refreshed.add(refresh(task, kin.children(key))));
        }
        return refreshed;
    }

    private TreeItem<TaskRow> refresh(AgentTask task, List<TaskKey> below) {
        TaskSum taskSum = TaskSum.of(task);
        boolean shown = arrangement.filter().matches(task);
        for (TaskKey key : below) {
            Optional<TaskRow> child = find(key).map(TreeItem::getValue);
            taskSum = child.map(TaskRow::line)
                    .map(RowContent::sum)
                    .map(taskSum::plus)
                    .orElse(taskSum);
            shown |= child.filter(TaskRow::shown).isPresent();
        }
        RowContent rowContent = new RowContent.OfTask(task, taskSum);
        TreeItem<TaskRow> item = items.computeIfAbsent(task.key(), k -> unfolded(rowContent));
        item.getValue().show(rowContent);
        item.getValue().shown(shown);
        return item;
    }

    private static TreeItem<TaskRow> unfolded(RowContent rowContent) {
        TreeItem<TaskRow> item = new TreeItem<>(new TaskRow(rowContent));
        item.setExpanded(true);
        return item;
    }

    private void leave(TaskKey key) {
        Optional.ofNullable(items.remove(key)).ifPresent(item -> {
            List.copyOf(item.getChildren()).forEach(Siblings::detach);
            Siblings.detach(item);
        });
    }

    /** Puts rows where they belong and removes those that are hidden. */
    private void place(Collection<TreeItem<TaskRow>> refreshed) {
        SequencedMap<TreeItem<TaskRow>, SequencedMap<TreeItem<TaskRow>, SortKey>> moving = new LinkedHashMap<>();
        for (TreeItem<TaskRow> item : refreshed) {
            if (item.getValue().shown()) {
                TreeItem<TaskRow> home = home(item);
                SortKey wanted = placeNow(item);
                if (moves(item, home, wanted)) {
                    moving.computeIfAbsent(home, h -> new LinkedHashMap<>()).put(item, wanted);
                }
            } else {
                Siblings.detach(item);
            }
        }
        moving.keySet().forEach(home -> freeFromBelow(home, moving));
        // The root comes last: its subtrees are built before the table sees any of them.
        Optional.ofNullable(moving.remove(root)).ifPresent(roots -> moving.put(root, roots));
        moving.forEach((home, arrivals) -> siblings(home).insert(arrivals));
        sumUpGroups();
    }

    /** If a row moves below its own descendant, first detaches the rows between the two: a cycle would never end. */
    private static void freeFromBelow(
            TreeItem<TaskRow> home, Map<TreeItem<TaskRow>, SequencedMap<TreeItem<TaskRow>, SortKey>> moving) {
        Set<TreeItem<TaskRow>> between = new LinkedHashSet<>();
        for (TreeItem<TaskRow> at = home; at != null; at = at.getParent()) {
            if (moving.get(home).containsKey(at)) {
                moving.values()
                        .forEach(arrivals -> arrivals.keySet().stream()
                                .filter(between::contains)
                                .forEach(Siblings::detach));
                return;
            }
            between.add(at);
        }
    }

    private boolean moves(TreeItem<TaskRow> item, TreeItem<TaskRow> home, SortKey wanted) {
        return !home.equals(item.getParent())
                || (!wanted.equals(item.getValue().place()) && !siblings(home).keeps(item, wanted));
    }

    private SortKey placeNow(TreeItem<TaskRow> item) {
        return arrangement.order().place(item.getValue().line(), now.get());
    }

    private Siblings siblings(TreeItem<TaskRow> home) {
        boolean names = home.equals(root) && arrangement.grouping().named();
        boolean roots = home.equals(root) || arrangement.grouping().named();
        Comparator<SortKey> order =
                names ? Comparator.comparing(SortKey::id) : arrangement.order().among(roots);
        return new Siblings(home, order);
    }

    private TreeItem<TaskRow> home(TreeItem<TaskRow> item) {
        AgentTask task = item.getValue().known();
        if (arrangement.grouping().named()) {
            return groups.computeIfAbsent(
                    arrangement.grouping().group(task),
                    group -> unfolded(new RowContent.OfGroup(group, "", TaskSum.NOTHING)));
        }
        return above(item).filter(parent -> !parent.equals(item)).orElse(root);
    }

    /** The row of the item's parent, if children stand below their parents. */
    private Optional<TreeItem<TaskRow>> above(TreeItem<TaskRow> item) {
        return arrangement.grouping() == Grouping.PARENT
                ? item.getValue().known().parentKey().flatMap(this::find)
                : Optional.empty();
    }

    /** Groups appear with their first row and disappear with their last. */
    private void sumUpGroups() {
        SequencedMap<TreeItem<TaskRow>, SortKey> coming = new LinkedHashMap<>();
        groups.values().removeIf(group -> group.getChildren().isEmpty() && group.getParent() == null);
        GroupParents parents = new GroupParents(groups.keySet());
        for (Map.Entry<Grouping.Group, TreeItem<TaskRow>> entry : groups.entrySet()) {
            TreeItem<TaskRow> group = entry.getValue();
            TaskSum taskSum = group.getChildren().stream()
                    .map(item -> item.getValue().line().sum())
                    .reduce(TaskSum.NOTHING, TaskSum::plus);
            group.getValue().show(new RowContent.OfGroup(entry.getKey(), parents.of(entry.getKey()), taskSum));
            if (group.getChildren().isEmpty()) {
                Siblings.detach(group);
            } else if (group.getParent() == null) {
                coming.put(group, placeNow(group));
            }
        }
        siblings(root).insert(coming);
    }
}
