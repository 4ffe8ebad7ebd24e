package taskglass.ui.table.cell;

import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A progress bar that shows how much of a whole is done. */
final class ProgressBarShape extends StackPane {
    private static final double WIDTH = 40;

    private final Region done = new Region();

    ProgressBarShape() {
        getStyleClass().add("todo-bar");
        done.getStyleClass().add("todo-bar-done");
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        getChildren().add(done);
    }

    /** {@code share} is between 0 and 1. */
    void show(double share) {
        done.setMaxWidth(Math.clamp(share, 0, 1) * WIDTH);
    }
}
