package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.frame.Theme;
import taskglass.ui.table.tree.Column;
import taskglass.ui.window.DesktopAccess;

/** What columns show in the fonts of the window, wide and narrow. */
class ColumnSpaceTest extends TableOverSample {
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
}
