package taskglass.ui.detail;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.TodoItem;
import taskglass.text.Texts;
import taskglass.ui.detail.output.OutputRowCell;
import taskglass.ui.frame.StatusStyle.Tone;

/** Shows the agent's own to-do list, each item with its state as an icon and a word. */
public final class TodoView {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final ObservableList<TodoItem> items = FXCollections.observableArrayList();
    private final ListView<TodoItem> list = new ListView<>(items);
    private final Label empty = new Label();

    public TodoView() {
        list.setId("todos");
        list.getStyleClass().add("todos");
        list.setAccessibleText(Texts.of("detail.todos.accessible"));
        empty.getStyleClass().add("detail-empty");
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        list.setCellFactory(view -> new Cell());
    }

    public ListView<TodoItem> root() {
        return list;
    }

    /** {@code none} is shown while there are no todos. */
    public void show(List<TodoItem> todos, String none) {
        empty.setText(none);
        if (!items.equals(todos)) {
            items.setAll(todos);
        }
    }

    private static final class Cell extends ListCell<TodoItem> {
        private Cell() {
            setWrapText(true);
            setPrefWidth(0);
        }

        /** As high as its text needs at the width of the list. */
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(
                    getListView() == null ? width : getListView().getWidth() - OutputRowCell.SCROLL_BAR);
        }

        @Override
        protected void updateItem(TodoItem item, boolean empty) {
            super.updateItem(item, empty);
            boolean over = !empty
                    && item != null
                    && item.state() != TodoItem.State.PENDING
                    && item.state() != TodoItem.State.IN_PROGRESS;
            pseudoClassStateChanged(OVER, over);
            if (empty || item == null) {
                setText(null);
                setGraphic(null);
            } else {
                FontIcon icon = new FontIcon(icon(item.state()));
                icon.getStyleClass().add("todo-" + item.state().name().toLowerCase(Locale.ROOT));
                setGraphic(icon);
                setText(Texts.of("detail.todo." + item.state(), item.text()));
                tone(item.state()).applyTo(this);
            }
        }

        private static Ikon icon(TodoItem.State state) {
            return switch (state) {
                case PENDING -> BootstrapIcons.CIRCLE;
                case IN_PROGRESS -> BootstrapIcons.CIRCLE_HALF;
                case COMPLETED -> BootstrapIcons.CHECK_CIRCLE_FILL;
                case CANCELLED -> BootstrapIcons.SLASH_CIRCLE;
            };
        }

        private static Tone tone(TodoItem.State state) {
            return switch (state) {
                case PENDING -> Tone.PLAIN;
                case IN_PROGRESS -> Tone.ACCENT;
                case COMPLETED, CANCELLED -> Tone.MUTED;
            };
        }
    }
}
