package taskglass.ui.table.cell;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import taskglass.engine.command.CommandFailed;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.text.RefusalText;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.table.tree.TaskRow;

/**
 * Edits the title of one task in its cell. There is one field for the whole table: whichever cell shows the task shows
 * the field, however rows move and cells are reused meanwhile.
 */
public final class TitleEditor {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final TreeTableView<TaskRow> table;
    private final TextField field = new TextField();
    private final StackPane node = new StackPane(field);
    private final EventHandler<MouseEvent> pressed = this::pressed;
    private final EventHandler<KeyEvent> typed = this::typedOutside;
    private Optional<Editing> editing = Optional.empty();

    /** What is being edited: the task, the title before, and what happens with the new one. */
    private record Editing(
            TaskKey task,
            String before,
            Function<String, CompletionStage<TaskKey>> rename,
            Consumer<String> refused,
            Scene scene) {}

    public TitleEditor(TreeTableView<TaskRow> table) {
        this.table = table;
        field.setId("title-editor");
        field.setAccessibleText(Texts.of("rename.name"));
        field.textProperty().addListener((source, was, now) -> field.pseudoClassStateChanged(REFUSED, false));
        node.getStyleClass().add("title-editor");
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
        // What the field leaves would reach the table and the window, whose keys act on tasks.
        node.addEventHandler(KeyEvent.ANY, KeyEvent::consume);
        node.addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        node.sceneProperty().addListener((source, was, now) -> focus());
    }

    /**
     * Opens the field in the task's row.
     *
     * @param rename sends the new title
     * @param refused receives the reason if the title was not accepted; the field stays open
     */
    public void edit(AgentTask task, Function<String, CompletionStage<TaskKey>> rename, Consumer<String> refused) {
        close();
        Scene scene = table.getScene();
        editing = Optional.of(new Editing(task.key(), VisibleText.name(task.name()), rename, refused, scene));
        field.setText(editing.get().before());
        field.setEditable(true);
        field.selectAll();
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
        scene.addEventFilter(KeyEvent.ANY, typed);
        reveal();
    }

    /** The field, for the cell that shows this task now. */
    Optional<Node> fieldFor(AgentTask task) {
        return editing.filter(now -> now.task().equals(task.key())).map(now -> node);
    }

    private void reveal() {
        IntStream.range(0, table.getExpandedItemCount())
                .filter(row -> isEdited(table.getTreeItem(row).getValue()))
                .findFirst()
                .ifPresent(table::scrollTo);
        table.refresh();
        table.layout();
        focus();
    }

    private boolean isEdited(TaskRow row) {
        return row.task().flatMap(this::fieldFor).isPresent();
    }

    /** Gives the field the focus, and leaves its selection as it is: gaining the focus would select everything. */
    private void focus() {
        if (editing.isPresent() && node.getScene() != null && !field.isFocused()) {
            int anchor = field.getAnchor();
            int caret = field.getCaretPosition();
            field.requestFocus();
            field.selectRange(anchor, caret);
        }
    }

    private void steer(KeyEvent e) {
        switch (e.getCode()) {
            case ENTER, TAB -> {
                e.consume();
                save();
            }
            case ESCAPE -> {
                e.consume();
                close();
                table.requestFocus();
            }
            default -> {}
        }
    }

    /** A click elsewhere saves, as in a file manager. */
    private void pressed(MouseEvent e) {
        if (!isInside(e.getTarget())) {
            save();
        }
    }

    /** The row has left the view with the field, and its focus went to the table: the row comes back. */
    private void typedOutside(KeyEvent e) {
        if (!isInside(e.getTarget())) {
            e.consume();
            reveal();
        }
    }

    private boolean isInside(Object target) {
        boolean inside = false;
        for (Node at = target instanceof Node hit ? hit : null; at != null && !inside; at = at.getParent()) {
            inside = at.equals(node);
        }
        return inside;
    }

    private void save() {
        Editing now = editing.orElseThrow();
        String title = field.getText().strip();
        if (title.isEmpty() || title.equals(now.before())) {
            end(now);
        } else if (field.isEditable()) {
            field.setEditable(false);
            now.rename().apply(title).whenComplete((key, failure) -> {
                field.setEditable(true);
                if (failure == null) {
                    end(now);
                } else {
                    field.pseudoClassStateChanged(REFUSED, true);
                    now.refused().accept(RefusalText.of(CommandFailed.reason(failure)));
                }
            });
        }
    }

    private void end(Editing one) {
        if (editing.filter(one::equals).isPresent()) {
            boolean focused = field.isFocused();
            close();
            if (focused) {
                table.requestFocus();
            }
        }
    }

    private void close() {
        editing.ifPresent(now -> {
            now.scene().removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
            now.scene().removeEventFilter(KeyEvent.ANY, typed);
            editing = Optional.empty();
            table.refresh();
        });
    }
}
