package taskglass.ui.actions;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.task.TaskKey;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.text.TaskNames;
import taskglass.text.Texts;

/**
 * The lines at the bottom of the table: the tasks about to be deleted or archived, which the user can still keep, and
 * refused commands.
 */
public final class UndoBar {
    private final VBox root = new VBox();
    private final Map<TaskKey, AgentTask> leaving = new LinkedHashMap<>();
    private final Map<RemovalState, HBox> lines = new EnumMap<>(RemovalState.class);
    private final Consumer<List<TaskKey>> keep;

    /** {@code keep} receives the tasks to keep. */
    public UndoBar(Consumer<List<TaskKey>> keep) {
        this.keep = keep;
        root.getStyleClass().add("leaving");
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.setPickOnBounds(false);
        StackPane.setAlignment(root, Pos.BOTTOM_CENTER);
    }

    public Region root() {
        return root;
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
            showLeaving(RemovalState.DELETE);
            showLeaving(RemovalState.ARCHIVE);
        }
    }

    public boolean isLeaving() {
        return !leaving.isEmpty();
    }

    /** Keeps all tasks that are about to go. */
    public void keepAll() {
        keep.accept(List.copyOf(leaving.keySet()));
    }

    /** Shows that a command was refused. The line stays until the user closes it. */
    public void refused(String sentence) {
        Label words = new Label(sentence);
        Button close = new Button(Texts.of("action.refused.close"));
        HBox line = line(words, close);
        line.getStyleClass().add("refused");
        close.setOnAction(e -> root.getChildren().remove(line));
        root.getChildren().add(line);
    }

    private void showLeaving(RemovalState how) {
        List<AgentTask> tasks =
                leaving.values().stream().filter(task -> task.removal() == how).toList();
        root.getChildren().remove(lines.remove(how));
        if (!tasks.isEmpty()) {
            String name = TaskNames.of(tasks.getFirst());
            Label words = new Label(Texts.of("action.leaving." + how, tasks.size(), name));
            Button undo = new Button(Texts.of("action.undo"));
            undo.setOnAction(e -> keep.accept(tasks.stream().map(AgentTask::key).toList()));
            HBox line = line(words, undo);
            lines.put(how, line);
            root.getChildren().addFirst(line);
        }
    }

    private static HBox line(Label words, Button button) {
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("action.button.about", button.getText(), words.getText()));
        HBox line = new HBox(words, button);
        line.getStyleClass().add("leaving-line");
        return line;
    }
}
