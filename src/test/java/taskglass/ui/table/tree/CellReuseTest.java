package taskglass.ui.table.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.FxThread;
import taskglass.lab.Pointer;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.ui.Sample;
import taskglass.ui.table.TableOverSample;

/** Cells are used anew for other rows, those of groups among them: nothing of what they said before is left in any column. */
@Tag("slow")
class CellReuseTest extends TableOverSample {
    private static final int TASKS = 60;

    /** The row in which a group stands as soon as there are any. */
    private static final int GROUP = 0;

    @BeforeEach
    void fill() {
        interact(() -> {
            table.apply(sample.listed(IntStream.range(0, TASKS)
                    .mapToObj(i -> Sample.session("s" + i, "", i))
                    .toList()));
            IntStream.range(TASKS - 8, TASKS).forEach(i -> table.apply(sample.prompted("s" + i, -60)));
            table.apply(sample.called("s59", "prt_1", ToolCall.State.RUNNING));
            table.apply(sample.completed("s58", 7, "Done."));
            table.apply(sample.failed("s57", 7, new TaskError("APIError", "no credit")));
        });
    }

    @ParameterizedTest
    @EnumSource
    void groupedAndBackItSaysTheSame(Column column) {
        only(column);
        Map<Integer, List<String>> before = words(column);
        for (Grouping grouping : Grouping.values()) {
            group(grouping);
            group(Grouping.NONE);
            assertThat(words(column)).as("after %s", grouping).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ungroupedAndGroupedAgainItSaysTheSame(Column column) {
        only(column);
        group(Grouping.STATUS);
        Map<Integer, List<String>> before = words(column);
        group(Grouping.NONE);
        group(Grouping.STATUS);
        assertThat(words(column)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void scrolledAwayAndBackItSaysTheSame(Column column) {
        only(column);
        group(Grouping.STATUS);
        Map<Integer, List<String>> before = words(column);
        for (int row : new int[] {10, 22, 35, TASKS, 30, 15, 5, 0}) {
            scrollTo(row);
        }
        assertThat(words(column)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void filteredAndBackItSaysTheSame(Column column) {
        only(column);
        group(Grouping.STATUS);
        Map<Integer, List<String>> before = words(column);
        Stream.of("s1", "s59", "").forEach(this::filter);
        scrollTo(0);
        assertThat(words(column)).isEqualTo(before);
    }

    /** The name of a group, how many it has and what they cost span its row, in the cell of the names. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TASK")
    void ofAGroupNothingIsSaidThatIsOfATask(Column column) {
        only(column);
        group(Grouping.STATUS);
        assertThat(words(column).get(GROUP)).startsWith("null", "null", "false").hasSize(4);
    }

    @Test
    void theNameOfAGroupStandsWithoutWhatAPluginCallsATask() {
        interact(() -> IntStream.range(0, TASKS)
                .forEach(i -> table.apply(sample.delegated("s" + (i == 0 ? 1 : 0), "s" + i, "bg_" + i))));
        only(Column.TASK);
        assertThat(words(Column.TASK).get(GROUP)).contains("true");
        group(Grouping.STATUS);
        assertThat(words(Column.TASK).get(GROUP)).startsWith("Failed").noneMatch(text -> text.startsWith("bg_"));
    }

    @Test
    void aGroupTellsNoDirectoryOnHovering() {
        only(Column.PROJECT);
        assertThat(tips(Column.PROJECT).get(GROUP)).isNotEmpty();
        group(Grouping.STATUS);
        assertThat(tips(Column.PROJECT).get(GROUP)).isEmpty();
    }

    private void only(Column shown) {
        interact(() -> view().getColumns()
                .forEach(column -> column.setVisible(
                        Stream.of(Column.TASK.id(), shown.id()).anyMatch(column.getId()::equals))));
        words(shown);
    }

    private void group(Grouping grouping) {
        FxThread.ask(() -> {
            table.group(grouping);
            return true;
        });
        words(Column.TASK);
    }

    private void scrollTo(int row) {
        FxThread.ask(() -> {
            view().scrollTo(row);
            return true;
        });
        words(Column.TASK);
    }

    /** Row by row what a cell of the column, or a label in it, tells while the mouse is over it. */
    private Map<Integer, List<String>> tips(Column column) {
        return rows(column, CellReuseTest::tips);
    }

    private static List<String> tips(TreeTableCell<?, ?> cell) {
        return cell.lookupAll("*").stream()
                .peek(CellReuseTest::hover)
                .map(node -> node.getProperties().get("javafx.scene.control.Tooltip"))
                .filter(Tooltip.class::isInstance)
                .map(tip -> ((Tooltip) tip).getText())
                .toList();
    }

    private static void hover(Node node) {
        Event.fireEvent(node, Pointer.entered());
    }

    /** Row by row what a cell of the column says, to whoever sees it and to whoever hears it, and its style classes. */
    private Map<Integer, List<String>> words(Column column) {
        return rows(column, CellReuseTest::said);
    }

    private Map<Integer, List<String>> rows(Column column, Function<TreeTableCell<?, ?>, List<String>> about) {
        return FxThread.ask(() -> {
            view().getScene().snapshot(null); // lays it out
            Map<Integer, List<String>> rows = new TreeMap<>();
            for (Node node : view().lookupAll(".tree-table-cell")) {
                if (node instanceof TreeTableCell<?, ?> cell && isOf(cell.getTableColumn(), column) && inView(cell)) {
                    rows.put(cell.getIndex(), about.apply(cell));
                }
            }
            return rows;
        });
    }

    private static boolean isOf(TreeTableColumn<?, ?> column, Column kind) {
        return column != null && column.getId().equals(kind.id());
    }

    private static boolean inView(TreeTableCell<?, ?> cell) {
        return cell.getTableRow() != null && cell.getTableRow().isVisible() && cell.getIndex() < 10;
    }

    private static List<String> said(TreeTableCell<?, ?> cell) {
        Stream<String> labels = cell.lookupAll("*").stream()
                .filter(node -> !node.equals(cell) && isShown(node, cell))
                .map(CellReuseTest::text)
                .filter(words -> words != null && !words.isEmpty());
        Stream<String> own = Stream.of(
                cell.getText(),
                cell.getAccessibleText(),
                String.valueOf(cell.getGraphic() != null),
                String.join(" ", cell.getStyleClass()));
        return Stream.concat(own.map(String::valueOf), labels.sorted()).toList();
    }

    private static boolean isShown(Node node, Node cell) {
        return node.equals(cell) || (node.isVisible() && isShown(node.getParent(), cell));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled label -> label.getText();
            case Text text -> text.getText();
            default -> null;
        };
    }
}
