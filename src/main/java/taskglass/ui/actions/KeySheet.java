package taskglass.ui.actions;

import java.util.List;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCombination;
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

    /** @param parts the keys within parts of the window */
    public KeySheet(List<Action> actions, List<PartKeys> parts) {
        root = Fxml.load("keys", this);
        for (Group group : Group.values()) {
            List<Action> some = actions.stream()
                    .filter(action -> action.group() == group && !action.keys().isEmpty())
                    .toList();
            if (!some.isEmpty()) {
                VBox column = group.compareTo(Group.REMOVE) <= 0 ? left : right;
                column.getChildren()
                        .add(block(group.words(), some.stream().map(action -> line(action.name(), action.keys()))));
            }
        }
        for (PartKeys part : parts) {
            VBox column = left.getChildren().size() <= right.getChildren().size() ? left : right;
            column.getChildren()
                    .add(block(part.title(), part.lines().stream().map(line -> line(part.name(line), line.keys()))));
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

    private static VBox block(String name, Stream<HBox> lines) {
        Label title = new Label(name);
        title.getStyleClass().add("keys-group");
        VBox block = new VBox(title);
        block.getStyleClass().add("keys-block");
        lines.forEach(block.getChildren()::add);
        return block;
    }

    private static HBox line(String what, List<KeyCombination> keys) {
        Label name = new Label(what);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox line = new HBox(name);
        line.getStyleClass().add("keys-line");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        line.getChildren().add(between);
        keys.forEach(key -> line.getChildren().add(cap(KeyText.of(key))));
        line.setAccessibleText(Texts.of("keys.line", what, KeyText.of(keys.getFirst())));
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
