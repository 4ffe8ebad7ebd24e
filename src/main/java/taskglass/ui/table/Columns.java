package taskglass.ui.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableColumn;
import taskglass.task.ModelRef;
import taskglass.task.status.AgentTask;
import taskglass.text.Amounts;
import taskglass.text.Texts;
import taskglass.text.UsageText;
import taskglass.text.VisibleText;
import taskglass.ui.table.cell.AmountCell;
import taskglass.ui.table.cell.ElapsedCell;
import taskglass.ui.table.cell.FrameTurns;
import taskglass.ui.table.cell.NameCell;
import taskglass.ui.table.cell.PillCell;
import taskglass.ui.table.cell.ProgressCell;
import taskglass.ui.table.cell.ProjectCell;
import taskglass.ui.table.cell.ServerCell;
import taskglass.ui.table.cell.StatusCell;
import taskglass.ui.table.cell.TaskCell;
import taskglass.ui.table.cell.TextCell;
import taskglass.ui.table.cell.TitleEditor;
import taskglass.ui.table.tree.Column;
import taskglass.ui.table.tree.RowContent;
import taskglass.ui.table.tree.TaskRow;

/** Builds the columns of the table. */
final class Columns {
    /** The width until the table is shown. JavaFX would measure the cells of a column with its default of 80. */
    private static final double NOT_MEASURED = 100;

    private final ObservableValue<Instant> clock;
    private final FrameTurns frameTurns;
    private final RowActions actions;
    private final TitleEditor titles;

    private Columns(ObservableValue<Instant> clock, FrameTurns frameTurns, RowActions actions, TitleEditor titles) {
        this.clock = clock;
        this.frameTurns = frameTurns;
        this.actions = actions;
        this.titles = titles;
    }

    static List<TreeTableColumn<TaskRow, RowContent>> all(
            ObservableValue<Instant> clock, FrameTurns frameTurns, RowActions actions, TitleEditor titles) {
        Columns columns = new Columns(clock, frameTurns, actions, titles);
        return Arrays.stream(Column.values()).map(columns::build).toList();
    }

    private TreeTableColumn<TaskRow, RowContent> build(Column kind) {
        TreeTableColumn<TaskRow, RowContent> column = new TreeTableColumn<>(Texts.of("column." + kind.id()));
        column.setId(kind.id());
        column.getStyleClass().add(kind.id() + "-column");
        column.setCellValueFactory(row -> row.getValue().getValue().lineProperty());
        column.setCellFactory(c -> cell(kind));
        column.setVisible(kind.usual());
        column.setPrefWidth(NOT_MEASURED);
        return column;
    }

    private TaskCell cell(Column kind) {
        return switch (kind) {
            case STATUS -> new StatusCell(clock, frameTurns, actions.quiet());
            case TASK -> new NameCell(titles);
            case AGENT ->
                new PillCell(task -> task.session().assignment().agent().orElse(""));
            case MODEL ->
                new TextCell((task, taskSum) -> task.session()
                                .assignment()
                                .model()
                                .map(ModelRef::id)
                                .map(VisibleText::name)
                                .orElse(""))
                        .muted();
            case ELAPSED -> new ElapsedCell(clock, frameTurns);
            case PROGRESS -> new ProgressCell(clock, frameTurns, actions.look());
            case TOKENS -> new AmountCell(UsageText.TOKENS);
            case COST -> new AmountCell(UsageText.COST);
            case PROJECT -> new ProjectCell();
            case SERVER -> new ServerCell();
            case STARTED -> time(AgentTask::started);
            case ACTIVITY -> time(task -> Optional.of(task.lastSign()));
        };
    }

    private TextCell time(Function<AgentTask, Optional<Instant>> when) {
        return new TextCell((task, taskSum) -> when.apply(task)
                        .map(at -> Amounts.time(at, clock.getValue(), ZoneId.systemDefault()))
                        .orElse("–"))
                .muted()
                .asNumber();
    }
}
