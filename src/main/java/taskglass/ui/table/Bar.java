package taskglass.ui.table;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** How much of a whole is done, as a bar. */
final class Bar extends StackPane {
    private static final double WIDTH = 48;

    private final Region done = new Region();

    Bar() {
        getStyleClass().add("todo-bar");
        done.getStyleClass().add("todo-bar-done");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().add(done);
    }

    /** {@code share} from 0 to 1. */
    void show(double share) {
        done.setMaxWidth(Math.clamp(share, 0, 1) * WIDTH);
    }
}
