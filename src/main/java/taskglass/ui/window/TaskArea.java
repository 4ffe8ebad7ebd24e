package taskglass.ui.window;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import taskglass.engine.Engine;
import taskglass.settings.Settings;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;
import taskglass.ui.actions.UndoBar;
import taskglass.ui.filter.Filter;
import taskglass.ui.filter.FilterBar;
import taskglass.ui.server.ServerPage;
import taskglass.ui.table.GroupMenu;
import taskglass.ui.table.RowActions;
import taskglass.ui.table.TableMemory;
import taskglass.ui.table.TaskTable;

/** The tasks in the middle of the window: the table with its filter, grouping and undo bar, or what replaces it. */
final class TaskArea {
    /** The nodes of the window that the area fills. */
    record Places(
            StackPane middle, Node empty, Node nothing, Label nothingText, HBox filter, HBox below, MenuButton group) {}

    /**
     * Callbacks.
     *
     * @param rows what the rows of the table offer
     * @param keep receives the tasks whose removal is undone
     * @param filtered called after a filter has changed which rows are shown
     */
    record Callbacks(RowActions rows, Consumer<List<TaskKey>> keep, Runnable filtered) {}

    private final TaskTable table;
    private final FilterBar filtering;
    private final UndoBar undo;
    private final TaskCounts total;
    private final CenterPane center;
    private final Label nothingText;

    TaskArea(
            Engine engine,
            ObservableValue<Instant> clock,
            Settings settings,
            ServerPage page,
            Places places,
            Callbacks callbacks) {
        nothingText = places.nothingText();
        table = new TaskTable(engine.store(), clock, callbacks.rows());
        filtering = new FilterBar(engine.store(), settings, now -> filter(now, callbacks.filtered()));
        undo = new UndoBar(clock, callbacks.keep());
        total = new TaskCounts(engine.store());
        center = new CenterPane(places.middle(), table.view(), places.empty(), places.nothing(), page);
        new FilterLayout(filtering, places.filter(), places.below(), places.group());
        TableMemory.of(table, settings);
        table.onHidden(filtering::clear);
        filtering.onLeave(this::enterTable);
        table.view().addEventHandler(KeyEvent.KEY_PRESSED, this::leaveTable);
        GroupMenu.fill(places.group(), table, settings);
        places.middle().getChildren().add(undo.root());
    }

    TaskTable table() {
        return table;
    }

    FilterBar filtering() {
        return filtering;
    }

    UndoBar undo() {
        return undo;
    }

    TaskCounts total() {
        return total;
    }

    void apply(StoreDiff diff) {
        table.apply(diff);
        undo.apply(diff);
        filtering.apply(diff);
        total.apply(diff);
    }

    /** Shows the table, or what replaces it for these servers. */
    void show(List<ServerHealth> servers) {
        boolean noMatch = total.tasks() > 0 && table.empty();
        if (noMatch) {
            nothingText.setText(filtering.nothing());
        }
        center.show(servers, total.tasks() == 0, noMatch);
    }

    /** Whether a server is ready to launch tasks on. */
    boolean ready() {
        return center.ready();
    }

    /** Opens the page about a server in trouble the next time the area is shown; a second call closes it again. */
    void open(ServerId server) {
        center.open(server);
    }

    void focus() {
        center.focus();
    }

    /** If there is no row, the focus stays in the filter. */
    private void enterTable() {
        if (!center.ready() || !table.empty()) {
            table.selectFirst();
            center.focus();
        }
    }

    private void leaveTable(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && e.getTarget().equals(table.view())) {
            e.consume();
            filtering.focus();
        }
    }

    private void filter(Filter now, Runnable filtered) {
        table.filter(now);
        filtered.run();
    }
}
