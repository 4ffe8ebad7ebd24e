package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.run.SessionInfo;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;
import taskglass.ui.table.tree.Column;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.window.DesktopAccess;

/** What the columns show when they are narrow, sorted by, or spanned by a heading, and before a task has been read. */
class TableColumnsTest extends TableOverSample {
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
    void inANarrowColumnWhatTheTreeCostIsReportedByItsTooltip() {
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
        assertThat(heading.getLayoutX() + heading.getTranslateX()).isZero();
        assertThat(heading.getWidth()).isEqualTo(heading.getTableRow().getWidth());
    }

    @Test
    void aRowThatStaysInItsPlaceAtAnotherLevelIsIndentedAnew() {
        follow(() -> sample.told("parent", "", 0));
        follow(() -> sample.told("child", "parent", 20));
        follow(() -> sample.told("grandchild", "child", 10));
        show(990);
        assertThat(indent("grandchild")).isGreaterThan(indent("child"));
        interact(() -> table.group(Grouping.SERVER));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        assertThat(indent("grandchild")).isEqualTo(indent("child"));
    }

    private double indent(String name) {
        return FxThread.ask(() -> view().lookupAll(".name-cell").stream()
                .filter(cell -> ("Title of " + name).equals(((Labeled) cell).getText()))
                .mapToDouble(cell -> cell.lookup(".text").getLayoutX())
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aColumnThatIsSwitchedOnInAFullTableHidesOthersAndTaskKeepsItsMinimum() {
        list(3);
        show(790);
        TreeTableColumn<?, ?> model = column("model");
        interact(() -> model.setVisible(true));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        assertThat(model.isVisible()).isTrue();
        assertThat(column("task").getWidth()).isGreaterThanOrEqualTo(240);
        assertThat(visibleWidth()).isLessThanOrEqualTo(790);
        assertThat(column("agent").isVisible()).isFalse();
        interact(() -> model.setVisible(false));
        assertThat(column("agent").isVisible()).isTrue();
    }

    private TreeTableColumn<?, ?> column(String id) {
        return view().getColumns().stream()
                .filter(column -> column.getId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private double visibleWidth() {
        return view().getColumns().stream()
                .filter(TreeTableColumn::isVisible)
                .mapToDouble(TreeTableColumn::getWidth)
                .sum();
    }

    @Test
    void whatWasAHeadingIsAsWideAsItsColumnAgain() {
        follow(() -> sample.told("a", "", 0));
        interact(() -> table.group(Grouping.PROJECT));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        interact(() -> table.group(Grouping.NONE));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        TreeTableCell<?, ?> name = FxThread.ask(() -> (TreeTableCell<?, ?>) view().lookup(".name-cell"));
        assertThat(name.getWidth()).isEqualTo(name.getTableColumn().getWidth());
        assertThat(name.getLayoutX()).isPositive();
    }

    @Test
    void theHeadingsOfTwoEqualNamesAreDistinguished() {
        follow(() -> sample.listed(List.of(inDirectory("a", "/srv/work/web"), inDirectory("b", "/srv/old/web"))));
        interact(() -> table.group(Grouping.PROJECT));
        show(990);
        assertThat(texts(".group-totals"))
                .anyMatch(text -> text.startsWith("in work · 1 task"))
                .anyMatch(text -> text.startsWith("in old · 1 task"));
    }

    @Test
    void aTaskWhoseEndIsNotReadShowsGreyBarsAndNoStatus() {
        follow(() -> sample.listed(List.of(prompted("a"))));
        show(990);
        assertThat(texts(".status-cell")).noneMatch("Idle"::equals);
        assertThat(nodes(".unread-bar")).hasSize(4);
        assertThat(nodes(".status-cell")).anyMatch(node -> "Not read yet".equals(node.getAccessibleText()));
    }

    @Test
    void aTaskWithoutARunIsIdle() {
        follow(() -> sample.told("a", "", 0));
        show(990);
        assertThat(texts(".status-cell")).contains("Idle");
        assertThat(nodes(".unread-bar")).isEmpty();
    }

    @Test
    void theBarsGoOnceTheEndIsRead() {
        follow(() -> sample.listed(List.of(prompted("a"))));
        follow(() -> sample.prompted("a", 0));
        follow(() -> sample.completed("a", 7, "Done."));
        show(990);
        assertThat(texts(".status-cell")).contains("Completed");
        assertThat(nodes(".unread-bar")).isEmpty();
    }

    @Test
    void aSecondThatPassesLeavesTheBarsAsTheyAre() {
        follow(() -> sample.listed(List.of(prompted("a"))));
        show(990);
        Set<Node> bars = nodes(".unread-bar");
        interact(() -> clock.set(Sample.at(5)));
        FxThread.ask(() -> stage.getScene().snapshot(null));
        assertThat(nodes(".unread-bar")).isEqualTo(bars);
    }

    private static SessionInfo inDirectory(String id, String directory) {
        SessionInfo plain = Sample.session(id, "", 0);
        return new SessionInfo(
                plain.key(), plain.title(), plain.parent(), directory, plain.assignment(), plain.times());
    }

    /** It was written in after it was created, so that there is something to read. */
    private static SessionInfo prompted(String id) {
        SessionInfo plain = Sample.session(id, "", 0);
        SessionInfo.Times times = new SessionInfo.Times(Sample.at(0), Sample.at(60));
        return new SessionInfo(
                plain.key(), plain.title(), plain.parent(), plain.directory(), plain.assignment(), times);
    }

    private Set<Node> nodes(String selector) {
        Predicate<Node> shown = node -> !(node instanceof TreeTableCell<?, ?> cell) || !cell.isEmpty();
        return FxThread.ask(() -> {
            Set<Node> nodes = Set.copyOf(view().lookupAll(selector));
            return Set.copyOf(nodes.stream().filter(shown).toList());
        });
    }

    private List<String> texts(String selector) {
        return nodes(selector).stream()
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }
}
