package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.lab.Looks;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;

/** Where the focus and the selection are while the window is used by keys alone. */
class KeyboardFocusTest extends WindowOverDemo {
    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @Test
    void downLeadsFromTheFilterToTheFirstRow() {
        focusFilter();
        push(KeyCode.DOWN);
        awaitFocus("#tasks");
        assertThat(selectedRows()).containsExactly(0);
    }

    @Test
    void enterLeadsFromTheFilterToWhatItShows() {
        focusFilter();
        interact(() -> ((TextField) node("#filter")).setText("migration"));
        push(KeyCode.ENTER);
        awaitFocus("#tasks");
        assertThat(selectedRows()).containsExactly(0);
    }

    @Test
    void whereNothingMatchesEnterStaysInTheFilter() {
        focusFilter();
        interact(() -> ((TextField) node("#filter")).setText("nothing is called so"));
        push(KeyCode.ENTER);
        awaitFocus("#filter");
    }

    @Test
    void escapeLeadsFromTheTableToTheFilterClearsItAndLeadsBack() {
        focusFilter();
        interact(() -> ((TextField) node("#filter")).setText("migration"));
        push(KeyCode.ENTER);
        awaitFocus("#tasks");
        push(KeyCode.ESCAPE);
        awaitFocus("#filter");
        push(KeyCode.ESCAPE);
        assertThat(FxThread.ask(() -> ((TextField) node("#filter")).getText())).isEmpty();
        push(KeyCode.ESCAPE);
        awaitFocus("#tasks");
    }

    @Test
    void archivingWalksDownTheRowsAndUndoTakesBackTheNewestOnly() {
        List<TaskKey> ended = selectFirstOfThreeEnded();
        push(KeyCode.E);
        awaitRemoval(ended.get(0), RemovalState.ARCHIVE);
        push(KeyCode.E);
        awaitRemoval(ended.get(1), RemovalState.ARCHIVE);
        push(KeyCode.E);
        awaitRemoval(ended.get(2), RemovalState.ARCHIVE);
        push(KeyCode.CONTROL, KeyCode.Z);
        awaitRemoval(ended.get(2), RemovalState.NONE);
        assertThat(removal(ended.get(1))).isEqualTo(RemovalState.ARCHIVE);
        push(KeyCode.CONTROL, KeyCode.Z);
        awaitRemoval(ended.get(1), RemovalState.NONE);
        assertThat(removal(ended.get(0))).isEqualTo(RemovalState.ARCHIVE);
    }

    @Test
    void theLastRowLeavesTheSelectionToTheOneAboveIt() {
        selectFirstOfThreeEnded();
        interact(() -> table().getSelectionModel().clearAndSelect(table().getExpandedItemCount() - 1));
        TaskKey above =
                FxThread.ask(() -> task(table().getExpandedItemCount() - 2).key());
        push(KeyCode.E);
        FxThread.until("it is selected", () -> selectedTask().equals(Optional.of(above)));
    }

    @Test
    void theUndoBarCountsTheSecondsDown() {
        selectFirstOfThreeEnded();
        push(KeyCode.E);
        FxThread.until("it is there", () -> node(".leaving-seconds") != null);
        assertThat(text(".leaving-seconds")).isEqualTo("8 s");
        interact(() -> clock.set(clock.get().plusSeconds(3)));
        assertThat(text(".leaving-seconds")).isEqualTo("5 s");
    }

    @Test
    void theFocusStaysOnTheChipOfAServerWhoseStateChanges() {
        interact(() -> chip().requestFocus());
        closeServer();
        FxThread.until("the chip says so", () -> chip().getText().contains("unreachable"));
        assertThat(FxThread.ask(() -> chip().isFocused())).isTrue();
    }

    @Test
    void theFocusMovesToTheNextSavedFilterWhenOneIsDeletedAndAtLastToTheField() {
        for (String filter : List.of("first", "second")) {
            interact(() -> ((TextField) node("#filter")).setText(filter));
            interact(() -> ((Button) node(".field-button")).fire());
        }
        interact(() -> forget().getFirst().requestFocus());
        interact(() -> forget().getFirst().fire());
        assertThat(FxThread.ask(() -> forget().getFirst().isFocused())).isTrue();
        interact(() -> forget().getFirst().fire());
        awaitFocus("#filter");
    }

    @Test
    void theArrowsMoveTheDividerBetweenTableAndDetails() {
        FxThread.until("the details are there", () -> node("#detail") != null);
        interact(() -> node(".split-pane-divider").requestFocus());
        double before = detailsWidth();
        push(KeyCode.LEFT);
        FxThread.until("they are wider", () -> detailsWidth() > before);
        push(KeyCode.RIGHT);
        FxThread.until("they are as before", () -> detailsWidth() == before);
        assertThat(FxThread.ask(() -> node(".split-pane-divider").isFocused())).isTrue();
    }

    @Test
    void tabLeadsToTheDivider() {
        FxThread.until("the details are there", () -> node("#detail") != null);
        focusFilter();
        assertThat(Looks.stops(stage.getScene())).contains(node(".split-pane-divider"));
    }

    private double detailsWidth() {
        return FxThread.ask(() -> {
            stage.getScene().getRoot().layout();
            return node("#detail").getLayoutBounds().getWidth();
        });
    }

    private List<Button> forget() {
        return stage.getScene().getRoot().lookupAll(".saved-forget").stream()
                .map(Button.class::cast)
                .toList();
    }

    private Button chip() {
        return (Button) node(".server-chip .server-name");
    }

    /** Ended root tasks stand below each other, the first of them selected. */
    private List<TaskKey> selectFirstOfThreeEnded() {
        interact(() -> ((TextField) node("#filter")).setText("status:completed"));
        FxThread.until("only those are shown", () -> task(0).status().settled());
        interact(() -> {
            node("#tasks").requestFocus();
            table().getSelectionModel().clearAndSelect(0);
        });
        return FxThread.ask(() -> List.of(task(0).key(), task(1).key(), task(2).key()));
    }

    private AgentTask task(int row) {
        String name = String.valueOf(table().getColumns().stream()
                .filter(column -> "task".equals(column.getId()))
                .findFirst()
                .orElseThrow()
                .getCellObservableValue(row));
        return engine.store().tasks().stream()
                .filter(task -> name.contains(TaskNames.of(task)))
                .findFirst()
                .orElseThrow();
    }

    private Optional<TaskKey> selectedTask() {
        return Optional.of(table().getSelectionModel().getSelectedIndex())
                .filter(row -> row >= 0)
                .map(row -> task(row).key());
    }

    private List<Integer> selectedRows() {
        return FxThread.ask(() -> List.copyOf(table().getSelectionModel().getSelectedIndices()));
    }

    private void awaitRemoval(TaskKey task, RemovalState state) {
        FxThread.until(task + " is " + state, () -> removal(task) == state);
    }

    private RemovalState removal(TaskKey task) {
        return FxThread.ask(() -> engine.store().find(task).orElseThrow().removal());
    }

    private void focusFilter() {
        push(KeyCode.CONTROL, KeyCode.F);
        awaitFocus("#filter");
    }

    private void awaitFocus(String selector) {
        FxThread.until(selector + " has the focus", () -> node(selector).isFocused());
    }

    private String text(String selector) {
        return FxThread.ask(() -> ((Labeled) node(selector)).getText());
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private TreeTableView<?> table() {
        return (TreeTableView<?>) node("#tasks");
    }
}
