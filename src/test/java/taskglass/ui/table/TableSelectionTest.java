package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.ui.Sample;

/** What is selected stays selected, whatever happens to the rows. */
class TableSelectionTest extends TableOverSample {
    @Test
    void theSelectionStaysWithItsTaskWhenRowsMove() {
        follow(() -> sample.told("a", "", 1));
        follow(() -> sample.told("b", "", 2));
        interact(() -> table.select(Sample.key("a")));
        follow(() -> sample.prompted("a", 9));
        follow(() -> sample.told("c", "", 12));

        assertThat(selected()).containsExactly("a");
    }

    @Test
    void severalSelectedTasksStaySelectedWhenOneMoves() {
        list(5);
        interact(() -> table.view().getSelectionModel().selectRange(0, 2));
        follow(() -> sample.prompted("s3", 50));

        assertThat(selected()).containsExactlyInAnyOrder("s4", "s3");
    }

    @Test
    void whatAFilterHidesIsSelectedAgainWhenTheNextShowsIt() {
        follow(() -> sample.told("a", "", 1));
        follow(() -> sample.told("b", "", 2));
        interact(() -> table.select(Sample.key("a")));
        filter("nothing");
        assertThat(selected()).isEmpty();
        filter("title");

        assertThat(selected()).containsExactly("a");
    }

    @Test
    void whatAFilterHidesStaysUnselectedWhenAnotherTaskWasSelectedSince() {
        follow(() -> sample.told("a", "", 1));
        follow(() -> sample.told("b", "", 2));
        interact(() -> table.select(Sample.key("a")));
        filter("b");
        interact(() -> table.select(Sample.key("b")));
        filter("");

        assertThat(selected()).containsExactly("b");
    }

    @Test
    void aDeletedTaskLeavesNoOtherSelected() {
        follow(() -> sample.listed(List.of(Sample.session("a", "", 1), Sample.session("b", "", 2))));
        interact(() -> table.select(Sample.key("a")));
        follow(() -> sample.listed(List.of(Sample.session("b", "", 2))));

        assertThat(selected()).isEmpty();
    }

    @Test
    void selectingAChildUnfoldsItsParent() {
        follow(() -> sample.told("parent", "", 1));
        follow(() -> sample.told("child", "parent", 2));
        interact(() -> view().getTreeItem(0).setExpanded(false));
        interact(() -> table.select(Sample.key("child")));

        assertThat(selected()).containsExactly("child");
    }

    @Test
    void aTaskThatIsNotThereYetIsSelectedOnceItComes() {
        interact(() -> table.select(Sample.key("new")));
        follow(() -> sample.told("new", "", 1));

        assertThat(selected()).containsExactly("new");
    }

    private List<String> selected() {
        return FxThread.ask(() ->
                table.selection().stream().map(task -> task.key().session()).toList());
    }
}
