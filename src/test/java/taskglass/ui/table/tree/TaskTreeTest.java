package taskglass.ui.table.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.ui.Sample;

class TaskTreeTest {
    private final Sample sample = new Sample();
    private final TaskTree tree = new TaskTree(sample.store, () -> Sample.NOON);

    @Test
    void theNewestStandsFirst() {
        tree.apply(sample.told("old", "", 1));
        tree.apply(sample.told("new", "", 3));
        tree.apply(sample.told("middle", "", 2));

        assertThat(roots()).containsExactly("new", "middle", "old");
    }

    @Test
    void childrenStandUnderTheirParentOldestFirst() {
        tree.apply(sample.told("parent", "", 1));
        tree.apply(sample.told("second", "parent", 3));
        tree.apply(sample.told("first", "parent", 2));

        assertThat(roots()).containsExactly("parent");
        assertThat(below("parent")).containsExactly("first", "second");
    }

    @Test
    void aChildWhoseParentIsNotKnownStandsAtTheRoot() {
        tree.apply(sample.told("child", "stranger", 1));

        assertThat(roots()).containsExactly("child");
    }

    @Test
    void aParentThatComesLaterTakesItsChildrenIn() {
        tree.apply(sample.told("child", "parent", 1));
        tree.apply(sample.told("parent", "", 2));

        assertThat(roots()).containsExactly("parent");
        assertThat(below("parent")).containsExactly("child");
    }

    @Test
    void aParentThatBecomesItsChildsChildStandsBelowIt() {
        tree.apply(sample.told("a", "", 1));
        tree.apply(sample.told("b", "a", 2));
        tree.apply(sample.listed(List.of(Sample.session("b", "", 3), Sample.session("a", "b", 3))));

        assertThat(roots()).containsExactly("b");
        assertThat(below("b")).containsExactly("a");
    }

    @Test
    void aParentThatComesToStandBelowItsGrandchildLeavesNoRingOfRows() {
        tree.apply(sample.told("a", "", 1));
        tree.apply(sample.told("b", "a", 2));
        tree.apply(sample.told("c", "b", 2));
        tree.apply(sample.listed(
                List.of(Sample.session("b", "", 3), Sample.session("a", "c", 3), Sample.session("c", "b", 2))));

        assertThat(roots()).containsExactly("b");
        assertThat(below("b")).containsExactly("c");
        assertThat(below("c")).containsExactly("a");
    }

    @Test
    void aNewRunMovesItsTaskToTheTop() {
        tree.apply(sample.told("a", "", 1));
        tree.apply(sample.told("b", "", 2));
        tree.apply(sample.prompted("a", 5));

        assertThat(roots()).containsExactly("a", "b");
    }

    @Test
    void aRowThatStaysBetweenItsNeighboursIsNotTouched() {
        tree.apply(sample.told("a", "", 1));
        tree.apply(sample.told("b", "", 2));

        AtomicInteger moves = new AtomicInteger();
        tree.root().getChildren().addListener((ListChangeListener<TreeItem<TaskRow>>) c -> moves.incrementAndGet());
        tree.apply(sample.prompted("b", 5));

        assertThat(moves).hasValue(0);
        assertThat(roots()).containsExactly("b", "a");
    }

    @Test
    void rowsKeepTheirOrderWhenSeveralMoveInOneBatch() {
        tree.apply(sample.listed(sessions(20)));
        tree.apply(sample.listed(IntStream.range(0, 20)
                .mapToObj(i -> Sample.session("s" + i, "", i % 3 == 0 ? 100 + i : 200 - i))
                .toList()));

        assertThat(rows(tree.root())).extracting(TaskRow::place).isSortedAccordingTo(SortKey.NEWEST_FIRST);
        assertThat(rows(tree.root()))
                .allMatch(row -> row.place().recency().equals(row.known().recency()));
    }

    @Test
    void aChangeShowsInTheRowThatIsThere() {
        tree.apply(sample.told("a", "", 1));
        TaskRow row = tree.root().getChildren().getFirst().getValue();
        tree.apply(sample.prompted("a", 5));

        assertThat(row.known()).isEqualTo(sample.task("a"));
        assertThat(tree.root().getChildren().getFirst().getValue()).isSameAs(row);
    }

    @Test
    void whatIsDeletedGoesAndItsChildrenStandAtTheRoot() {
        tree.apply(sample.told("parent", "", 1));
        tree.apply(sample.told("child", "parent", 2));
        tree.apply(sample.heard("parent", new Fact.Deleted()));

        assertThat(roots()).containsExactly("child");
    }

    @Test
    void childrenDeletedWithTheirParentAreGone() {
        tree.apply(sample.listed(List.of(
                Sample.session("parent", "", 1), Sample.session("child", "parent", 2), Sample.session("x", "", 3))));
        tree.apply(sample.listed(List.of(Sample.session("x", "", 3))));

        assertThat(roots()).containsExactly("x");
    }

    @Test
    void threeThousandTasksOfOneBatchAreInOrder() {
        tree.apply(sample.listed(sessions(3000)));

        assertThat(tree.root().getChildren()).hasSize(3000);
        assertThat(rows(tree.root())).extracting(TaskRow::place).isSortedAccordingTo(SortKey.NEWEST_FIRST);
    }

    @Test
    void aTreeOverAFullBookShowsItsTasks() {
        sample.told("parent", "", 1);
        sample.told("child", "parent", 2);

        TaskTree late = new TaskTree(sample.store, () -> Sample.NOON);

        assertThat(names(late.root())).containsExactly("parent");
    }

    private static List<SessionInfo> sessions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Sample.session("s" + i, "", i * 37L % 1000))
                .toList();
    }

    private List<String> roots() {
        return names(tree.root());
    }

    private List<String> below(String parent) {
        return names(tree.find(Sample.key(parent)).orElseThrow());
    }

    private static List<String> names(TreeItem<TaskRow> item) {
        return rows(item).stream().map(row -> row.known().key().session()).toList();
    }

    private static List<TaskRow> rows(TreeItem<TaskRow> item) {
        return new ArrayList<>(
                item.getChildren().stream().map(TreeItem::getValue).toList());
    }
}
