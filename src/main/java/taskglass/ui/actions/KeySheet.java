package taskglass.ui.actions;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.text.Texts;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.frame.Fxml;

/** The list of all keys, grouped. */
public final class KeySheet {
    private final Parent root;

    @FXML
    private Region list;

    @FXML
    private VBox left;

    @FXML
    private VBox right;

    public KeySheet(List<Action> actions) {
        root = Fxml.load("keys", this);
        for (Group group : Group.values()) {
            List<Action> some = actions.stream()
                    .filter(action -> action.group() == group && !action.keys().isEmpty())
                    .toList();
            if (!some.isEmpty()) {
                VBox column = group.compareTo(Group.REMOVE) <= 0 ? left : right;
                column.getChildren().add(block(group, some));
            }
        }
    }

    public Parent root() {
        return root;
    }

    /** The list without the dialog around it, for a window that has its own buttons. */
    public Region list() {
        return list;
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }

    private static VBox block(Group group, List<Action> actions) {
        Label title = new Label(group.words());
        title.getStyleClass().add("keys-group");
        VBox block = new VBox(title);
        block.getStyleClass().add("keys-block");
        actions.forEach(action -> block.getChildren().add(line(action)));
        return block;
    }

    private static HBox line(Action action) {
        Label name = new Label(action.name());
        HBox line = new HBox(name);
        line.getStyleClass().add("keys-line");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line.getChildren().add(between);
        action.keys().forEach(keys -> line.getChildren().add(cap(KeyText.of(keys))));
        line.setAccessibleText(Texts.of("keys.line", action.name(), action.keyWords()));
        line.setFocusTraversable(false);
        return line;
    }

    private static Label cap(String words) {
        Label cap = new Label(words);
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }
}
