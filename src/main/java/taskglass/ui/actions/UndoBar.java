package taskglass.ui.actions;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.engine.command.PendingRemovals;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.text.TaskNames;
import taskglass.text.Texts;

/**
 * The lines at the bottom of the table: the tasks about to be deleted or archived, with the seconds in which the user
 * can still keep them, and refused commands. Undoing takes back one removal, the newest first.
 */
public final class UndoBar {
    public static final KeyCombination KEYS = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);

    /** One removal of the user: the tasks that were removed together. */
    private record Removal(List<TaskKey> tasks, Instant since) {}

    private final ObservableValue<Instant> clock;
    private final Consumer<List<TaskKey>> keep;
    private final VBox root = new VBox();
    private final Map<TaskKey, AgentTask> leaving = new LinkedHashMap<>();
    private final List<Removal> removals = new ArrayList<>();
    private final Label words = new Label();
    private final Label seconds = new Label();
    private final Button undo = new Button(Texts.of("action.undo"));
    private final Button undoAll = new Button();
    private final HBox line = line(words, seconds, undo, undoAll);

    /** {@code keep} receives the tasks to keep. */
    public UndoBar(ObservableValue<Instant> clock, Consumer<List<TaskKey>> keep) {
        this.clock = clock;
        this.keep = keep;
        root.getStyleClass().add("leaving");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setPickOnBounds(false);
        StackPane.setAlignment(root, Pos.BOTTOM_CENTER);
        seconds.getStyleClass().add("leaving-seconds");
        seconds.setMinWidth(Region.USE_PREF_SIZE);
        undo.setTooltip(new Tooltip(Texts.of("action.tip", Texts.of("action.undo.tip"), KeyText.of(KEYS))));
        undo.setOnAction(e -> undo());
        undoAll.managedProperty().bind(undoAll.visibleProperty());
        undoAll.setTooltip(new Tooltip(Texts.of("action.undo.all.tip")));
        undoAll.setOnAction(e -> keep.accept(List.copyOf(leaving.keySet())));
        clock.subscribe(this::countDown);
    }

    public Region root() {
        return root;
    }

    /** Called when the user removes tasks together, before they are about to go. */
    public void removing(List<TaskKey> tasks) {
        removals.add(new Removal(tasks, clock.getValue()));
    }

    /** Follows the store. */
    public void apply(StoreDiff diff) {
        boolean differs = false;
        for (StoreDiff.Entry entry : diff.entries()) {
            AgentTask before = leaving.remove(entry.key());
            entry.after()
                    .filter(task -> task.removal() != RemovalState.NONE)
                    .ifPresent(task -> leaving.put(entry.key(), task));
            differs |= before != null || leaving.containsKey(entry.key());
        }
        if (differs) {
            show();
        }
    }

    public boolean isLeaving() {
        return !leaving.isEmpty();
    }

    /** Keeps the tasks of the newest removal. */
    public void undo() {
        newest().ifPresent(removal -> {
            removals.remove(removal);
            keep.accept(stillLeaving(removal));
        });
    }

    /** Shows that a command was refused. The line stays until the user closes it. */
    public void refused(String sentence) {
        Label why = new Label(sentence);
        Button close = new Button(Texts.of("action.refused.close"));
        close.setTooltip(new Tooltip(Texts.of("action.refused.close.tip")));
        HBox refused = line(why, close);
        describe(close, sentence);
        refused.getStyleClass().add("refused");
        close.setOnAction(e -> root.getChildren().remove(refused));
        root.getChildren().add(refused);
    }

    private Optional<Removal> newest() {
        return removals.reversed().stream()
                .filter(removal -> !stillLeaving(removal).isEmpty())
                .findFirst();
    }

    private List<TaskKey> stillLeaving(Removal removal) {
        return removal.tasks().stream().filter(leaving::containsKey).toList();
    }

    private void show() {
        Optional<Removal> newest = newest();
        if (newest.isEmpty()) {
            root.getChildren().remove(line);
            return;
        }
        List<TaskKey> tasks = stillLeaving(newest.get());
        AgentTask first = leaving.get(tasks.getFirst());
        words.setText(Texts.of("action.leaving." + first.removal(), tasks.size(), TaskNames.of(first)));
        undoAll.setVisible(leaving.size() > tasks.size());
        undoAll.setText(Texts.of("action.undo.all", leaving.size()));
        describe(undo, words.getText());
        countDown();
        if (!root.getChildren().contains(line)) {
            root.getChildren().addFirst(line);
        }
    }

    /** The text changes once a second, and only while it is shown. */
    private void countDown() {
        if (isLeaving()) {
            newest().map(removal -> Duration.between(removal.since(), clock.getValue()))
                    .map(since ->
                            Math.max(0, PendingRemovals.PATIENCE.minus(since).toSeconds()))
                    .ifPresent(left -> seconds.setText(Texts.of("action.undo.seconds", left)));
        } else {
            removals.removeIf(
                    removal -> removal.since().plus(PendingRemovals.PATIENCE).isBefore(clock.getValue()));
        }
    }

    private static HBox line(Label words, Region... after) {
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(words);
        for (Region node : after) {
            node.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(node);
        }
        line.getStyleClass().add("leaving-line");
        return line;
    }

    private static void describe(Button button, String about) {
        button.setAccessibleText(Texts.of("action.button.about", button.getText(), about));
    }
}
