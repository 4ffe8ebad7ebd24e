package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import taskglass.lab.FxThread;
import taskglass.task.AgentTask;
import taskglass.task.BookDiff;
import taskglass.ui.Sample;

class TaskTableTest extends ApplicationTest {
    private final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(Sample.NOON);
    private final List<AgentTask> cancelled = new ArrayList<>();
    private Sample sample;
    private TaskTable table;
    private Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        sample = new Sample();
        table = new TaskTable(sample.book, clock, new TaskActions(this::menu, key -> {}, task -> List.of()));
        stage.setScene(new Scene(table.view(), 880, 500));
        stage.setX(10);
        stage.setY(10);
        stage.show();
    }

    private ContextMenu menu(Supplier<List<AgentTask>> about) {
        MenuItem item = new MenuItem("Cancel");
        item.setOnAction(e -> cancelled.addAll(about.get()));
        return new ContextMenu(item);
    }

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
        follow(() -> sample.listed(IntStream.range(0, 5)
                .mapToObj(i -> Sample.session("s" + i, "", i))
                .toList()));
        interact(() -> table.view().getSelectionModel().selectRange(0, 2));
        follow(() -> sample.prompted("s3", 50));

        assertThat(selected()).containsExactlyInAnyOrder("s4", "s3");
    }

    @Test
    void aDeletedTaskLeavesNoOtherSelected() {
        follow(() -> sample.listed(List.of(Sample.session("a", "", 1), Sample.session("b", "", 2))));
        interact(() -> table.select(Sample.key("a")));
        follow(() -> sample.listed(List.of(Sample.session("b", "", 2))));

        assertThat(selected()).isEmpty();
    }

    @Test
    void aFoldedParentStaysFoldedWhenItMoves() {
        follow(() -> sample.told("other", "", 5));
        follow(() -> sample.told("parent", "", 1));
        follow(() -> sample.told("child", "parent", 2));
        interact(() -> view().getTreeItem(1).setExpanded(false));
        follow(() -> sample.prompted("parent", 9));

        assertThat(FxThread.ask(() -> view().getTreeItem(0).isExpanded())).isFalse();
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

    @Test
    void elapsedTimeTicksWhileATaskRuns() {
        follow(() -> sample.told("a", "", 0));
        follow(() -> sample.prompted("a", 0));
        interact(() -> clock.set(Sample.at(65)));

        FxThread.until("it tells the time", () -> spoken("elapsed").equals("1m 5s"));
    }

    @Test
    void aSecondThatPassesHasNoCellLaidOutAnew() {
        follow(() -> sample.told("a", "", 0));
        follow(() -> sample.prompted("a", -60));
        interact(() -> clock.set(Sample.at(5)));
        List<Boolean> laidOut = new ArrayList<>();
        FxThread.ask(() -> {
            TreeTableCell<?, ?> elapsed = cell("elapsed");
            TreeTableCell<?, ?> progress = cell("progress");
            stage.getScene()
                    .addPreLayoutPulseListener(() -> laidOut.add(elapsed.isNeedsLayout() || progress.isNeedsLayout()));
            clock.set(Sample.at(6));
            return true;
        });
        FxThread.until("it tells the time", () -> spoken("elapsed").equals("1m 6s"));
        assertThat(laidOut).isNotEmpty().containsOnly(false);
    }

    @Test
    void elapsedTimeStandsStillOnceATaskIsSettled() {
        follow(() -> sample.told("a", "", 0));
        follow(() -> sample.prompted("a", 0));
        follow(() -> sample.completed("a", 7, "Done."));
        interact(() -> clock.set(Sample.at(65)));

        assertThat(spoken("elapsed")).isEqualTo("7s");
        assertThat(text("status")).isEqualTo("Completed");
    }

    @Test
    void theMenuOfARowCancelsItsTask() {
        follow(() -> sample.told("a", "", 0));
        follow(() -> sample.prompted("a", 0));
        interact(() -> {
            TreeTableRow<?> row = cell("status").getTableRow();
            row.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 5, 5, 60, 60, false, null));
            row.getContextMenu().getItems().getFirst().fire();
            row.getContextMenu().hide();
        });

        assertThat(cancelled).extracting(task -> task.key().session()).containsExactly("a");
    }

    @Test
    void aNarrowTableDropsTheLeastTellingColumnsAndBringsThemBack() {
        interact(() -> stage.setWidth(600));
        FxThread.until(
                "the least telling are gone",
                () -> !shownColumns().contains("project") && !shownColumns().contains("cost"));
        assertThat(FxThread.ask(this::shownColumns)).contains("status", "task", "agent", "progress");
        interact(() -> stage.setWidth(880));
        FxThread.until("they are back", () -> shownColumns().containsAll(List.of("project", "cost")));
    }

    private List<String> shownColumns() {
        return view().getVisibleLeafColumns().stream()
                .map(TreeTableColumn::getId)
                .toList();
    }

    @Test
    void threeThousandTasksComeInOneBatch() {
        follow(() -> sample.listed(IntStream.range(0, 3000)
                .mapToObj(i -> Sample.session("s" + i, "", i))
                .toList()));

        assertThat(FxThread.ask(() -> view().getExpandedItemCount())).isEqualTo(3000);
    }

    private void follow(java.util.function.Supplier<BookDiff> change) {
        interact(() -> table.apply(change.get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> selected() {
        return FxThread.ask(() ->
                table.selection().stream().map(task -> task.key().session()).toList());
    }

    private TreeTableView<?> view() {
        return table.view();
    }

    /** What it says of the only row, and paints without being a label. */
    private String spoken(String column) {
        return FxThread.ask(() -> cell(column).getAccessibleText());
    }

    private String text(String column) {
        return FxThread.ask(() -> cell(column).getText());
    }

    /** The column's first cell with something in it, once all are laid out. */
    private TreeTableCell<?, ?> cell(String column) {
        view().applyCss();
        view().layout();
        return view().lookupAll(".tree-table-cell").stream()
                .map(node -> (TreeTableCell<?, ?>) node)
                .filter(cell -> column.equals(cell.getTableColumn().getId()) && !cell.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
