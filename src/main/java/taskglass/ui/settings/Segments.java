package taskglass.ui.settings;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import taskglass.text.Texts;

/** One choice of a few values, as buttons side by side. */
final class Segments<T extends Enum<T>> {
    private final ToggleGroup group = new ToggleGroup();
    private final HBox row = new HBox();

    /** @param key the text {@code KEY.VALUE} names a value */
    Segments(String key, List<T> values, Consumer<T> chosen) {
        row.getStyleClass().addAll("segments", "choices");
        for (T value : values) {
            ToggleButton button = new ToggleButton(Texts.of(key + "." + value));
            button.setId(key.replace('.', '-') + "-" + value.name().toLowerCase(Locale.ROOT));
            button.setUserData(value);
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                group.selectToggle(button); // a click on the chosen one leaves it chosen
                chosen.accept(value);
            });
            row.getChildren().add(button);
        }
        row.getChildren().getFirst().getStyleClass().add("first");
        row.getChildren().getLast().getStyleClass().add("last");
    }

    Node root() {
        return row;
    }

    void show(T value) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData() == value)
                .forEach(group::selectToggle);
    }
}
