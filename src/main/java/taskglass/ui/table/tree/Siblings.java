package taskglass.ui.table.tree;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/** The rows below one row, sorted by place. Inserts rows and checks whether a row has to move. */
record Siblings(TreeItem<TaskRow> home, Comparator<SortKey> order) {
    /** From this many arrivals on, the list is sorted once and set in a single step. */
    private static final int MANY = 32;

    /** Inserts rows at their new places. Some of them may already be here. */
    void insert(SequencedMap<TreeItem<TaskRow>, SortKey> arrivals) {
        boolean many = arrivals.size() >= MANY;
        arrivals.keySet().stream()
                .filter(item -> !many || !home.equals(item.getParent()))
                .forEach(Siblings::detach);
        arrivals.forEach((item, sortKey) -> item.getValue().place(sortKey));
        ObservableList<TreeItem<TaskRow>> children = home.getChildren();
        if (many) {
            Set<TreeItem<TaskRow>> all = new LinkedHashSet<>(children);
            all.addAll(arrivals.keySet());
            children.setAll(all.stream().sorted(byPlace()).toList());
        } else {
            arrivals.keySet()
                    .forEach(item -> children.add(-1 - Collections.binarySearch(children, item, byPlace()), item));
        }
    }

    /** Gives a row its new place if it keeps the same neighbors. Then nothing has to move. */
    boolean keeps(TreeItem<TaskRow> item, SortKey now) {
        List<TreeItem<TaskRow>> children = home.getChildren();
        int at = Collections.binarySearch(children, item, byPlace());
        boolean afterPrevious = at <= 0 || order.compare(place(children.get(at - 1)), now) < 0;
        boolean beforeNext = at == children.size() - 1 || order.compare(now, place(children.get(at + 1))) < 0;
        boolean keeps = at >= 0 && afterPrevious && beforeNext;
        if (keeps) {
            item.getValue().place(now);
        }
        return keeps;
    }

    static void detach(TreeItem<TaskRow> item) {
        if (item.getParent() != null) {
            item.getParent().getChildren().remove(item);
        }
    }

    private Comparator<TreeItem<TaskRow>> byPlace() {
        return Comparator.comparing(Siblings::place, order);
    }

    private static SortKey place(TreeItem<TaskRow> item) {
        return item.getValue().place();
    }
}
