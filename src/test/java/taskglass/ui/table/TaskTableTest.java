package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.ContextMenuEvent;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.ui.Sample;

class TaskTableTest extends TableOverSample {
    @Test
    void theCellsOfAnyNumberOfRowsAreKeptWhenAFilterChanges() {
        list(1000);
        Set<Node> cells = cells();
        filter("s1");

        assertThat(cells).containsAll(cells());
    }

    private Set<Node> cells() {
        return FxThread.ask(() -> Set.copyOf(table.view().lookupAll(".table-cell")));
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
    void behindTheNameStandsWhatThePluginCallsTheTask() {
        follow(() -> sample.told("parent", "", 1));
        follow(() -> sample.told("child", "parent", 2));
        follow(() -> sample.delegated("parent", "child", "bg_bdd01407"));

        assertThat(FxThread.ask(() -> {
                    cell("task");
                    return view().lookupAll(".name-cell .pill").stream()
                            .filter(Node::isVisible)
                            .map(pill -> ((Label) pill).getText())
                            .toList();
                }))
                .containsExactly("bg_bdd01407");
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
        assertThat(FxThread.ask(() -> List.copyOf(laidOut))).isNotEmpty().containsOnly(false);
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
        assertThat(FxThread.ask(this::shownColumns)).contains("status", "task", "elapsed", "progress");
        interact(() -> stage.setWidth(990));
        FxThread.until("they are back", () -> shownColumns().containsAll(List.of("project", "cost")));
    }

    private List<String> shownColumns() {
        return view().getVisibleLeafColumns().stream()
                .map(TreeTableColumn::getId)
                .toList();
    }

    @Test
    void threeThousandTasksComeInOneBatch() {
        list(3000);

        assertThat(FxThread.ask(() -> view().getExpandedItemCount())).isEqualTo(3000);
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
