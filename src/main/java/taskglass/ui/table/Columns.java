package taskglass.ui.table;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TreeTableColumn;
import taskglass.task.AgentTask;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.words.Amounts;
import taskglass.words.UsageWords;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** Builds the columns of the table. */
final class Columns {
    private final ObservableValue<Instant> clock;
    private final Turns turns;
    private final Consumer<TaskKey> look;

    private Columns(ObservableValue<Instant> clock, Turns turns, Consumer<TaskKey> look) {
        this.clock = clock;
        this.turns = turns;
        this.look = look;
    }

    static List<TreeTableColumn<TaskRow, Line>> all(
            ObservableValue<Instant> clock, Turns turns, Consumer<TaskKey> look) {
        Columns columns = new Columns(clock, turns, look);
        return Arrays.stream(Column.values()).map(columns::build).toList();
    }

    private TreeTableColumn<TaskRow, Line> build(Column kind) {
        TreeTableColumn<TaskRow, Line> column = new TreeTableColumn<>(Words.of("column." + kind.id()));
        column.setId(kind.id());
        column.getStyleClass().add(kind.id() + "-column");
        column.setCellValueFactory(row -> row.getValue().getValue().lineProperty());
        column.setCellFactory(c -> cell(kind));
        column.setVisible(kind.usual());
        column.setPrefWidth(kind.width());
        column.setMinWidth(kind.narrowest());
        column.setMaxWidth(kind.widest());
        return column;
    }

    private TaskCell cell(Column kind) {
        return switch (kind) {
            case STATUS -> new StatusCell();
            case TASK -> new NameCell();
            case AGENT ->
                new PillCell(task -> task.session().assignment().agent().orElse(""));
            case MODEL ->
                new TextCell((task, sum) -> task.session()
                                .assignment()
                                .model()
                                .map(ModelRef::id)
                                .map(VisibleText::name)
                                .orElse(""))
                        .muted();
            case ELAPSED -> new ElapsedCell(clock, turns);
            case PROGRESS -> new ProgressCell(clock, turns, look);
            case TOKENS -> amount(UsageWords.TOKENS);
            case COST -> amount(UsageWords.COST);
            case PROJECT -> new ProjectCell();
            case SERVER -> new ServerCell();
            case STARTED -> time(AgentTask::started);
            case ACTIVITY -> time(task -> Optional.of(task.lastSign()));
        };
    }

    /** The task's own amount, with that of its tree beside it. */
    private static TextCell amount(UsageWords words) {
        return new TextCell((task, sum) -> words.of(task, sum.tree()))
                .heading(sum -> words.of(sum.tree()))
                .asNumber();
    }

    private TextCell time(Function<AgentTask, Optional<Instant>> when) {
        return new TextCell((task, sum) -> when.apply(task)
                        .map(at -> Amounts.time(at, clock.getValue(), ZoneId.systemDefault()))
                        .orElse("–"))
                .muted()
                .asNumber();
    }
}
