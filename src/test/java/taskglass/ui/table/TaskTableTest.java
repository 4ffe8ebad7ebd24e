package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.ContextMenuEvent;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;
import taskglass.ui.table.tree.Column;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.window.DesktopAccess;

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
    void aParentShowsWhatItCostItselfAndItsTreeBesideIt() {
        spend();
        show(990);
        assertThat(FxThread.ask(() -> view().lookupAll(".cost-column")))
                .anyMatch(node -> "$0.50 ($0.75)".equals(cost(node)));
    }

    private static String cost(Node node) {
        return node instanceof Labeled labeled ? labeled.getText() : "";
    }

    @Test
    void inANarrowColumnWhatTheTreeCostIsToldByItsTooltip() {
        spend();
        show(900);
        assertThat(FxThread.ask(() -> view().lookupAll(".cost-column")))
                .noneMatch(node -> cost(node).contains("("))
                .anyMatch(node -> "$0.50 ($0.75)".equals(node.getAccessibleText()));
    }

    private void spend() {
        for (String id : List.of("parent", "child")) {
            follow(() -> sample.told(id, id.equals("child") ? "parent" : "", 1));
            follow(() -> sample.prompted(id, 0));
            follow(() -> sample.spent(id, id.equals("child") ? 0.25 : 0.5));
        }
    }

    @Test
    void noHeaderIsCutByTheArrowOfItsSorting() {
        list(3);
        show(990);
        for (TreeTableColumn<?, ?> column : view().getColumns()) {
            interact(() -> {
                column.setVisible(true);
                sortBy(column);
            });
            assertThat(FxThread.ask(() -> header(column).isTextTruncated()))
                    .describedAs(column.getId())
                    .isFalse();
            if (!Column.of(column.getId()).usual()) {
                interact(() -> column.setVisible(false));
            }
        }
    }

    /** In the fonts of the window. */
    private void show(double width) {
        interact(() -> {
            new Theme(new DesktopAccess().dark(), Settings.of(SettingsFile.none(), Runnable::run))
                    .style(stage.getScene());
            stage.setWidth(width);
        });
        FxThread.until("it has its width", () -> stage.getScene().getWidth() == width);
        FxThread.ask(() -> stage.getScene().snapshot(null));
    }

    @SuppressWarnings("unchecked") // the column is one of the table
    private <S> void sortBy(TreeTableColumn<S, ?> column) {
        TreeTableView<S> rows = (TreeTableView<S>) view();
        rows.getSortOrder().setAll(List.of(column));
        rows.getScene().snapshot(null); // lays it out
    }

    private Labeled header(TreeTableColumn<?, ?> column) {
        return (Labeled) view().lookup(".column-header." + column.getId() + "-column > .label");
    }

    @Test
    void theHeadingOfAGroupSpansItsRow() {
        follow(() -> sample.told("a", "", 0));
        interact(() -> table.group(Grouping.PROJECT));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        TreeTableCell<?, ?> heading = FxThread.ask(() -> (TreeTableCell<?, ?>) view().lookup(".name-cell"));
        assertThat(heading.getText()).isEqualTo("a");
        assertThat(heading.getLayoutX()).isZero();
        assertThat(heading.getWidth()).isEqualTo(heading.getTableRow().getWidth());
    }

    @Test
    void whatWasAHeadingIsAsWideAsItsColumnAgain() {
        follow(() -> sample.told("a", "", 0));
        interact(() -> table.group(Grouping.PROJECT));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        interact(() -> table.group(Grouping.NONE));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        TreeTableCell<?, ?> name = FxThread.ask(() -> cell("task"));
        assertThat(name.getWidth()).isEqualTo(name.getTableColumn().getWidth());
        assertThat(name.getLayoutX()).isPositive();
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
