package taskglass.ui.window;

import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;

/** A clock that stops while its window is minimized or hidden, and is correct again as soon as the window reappears. */
final class VisibleClock {
    private final ObservableValue<Instant> clock;
    private final Stage stage;
    private final ReadOnlyObjectWrapper<Instant> now;

    private VisibleClock(ObservableValue<Instant> clock, Stage stage) {
        this.clock = clock;
        this.stage = stage;
        now = new ReadOnlyObjectWrapper<>(clock.getValue());
        clock.addListener((source, before, after) -> tick());
        stage.iconifiedProperty().addListener((source, before, after) -> tick());
        stage.showingProperty().addListener((source, before, after) -> tick());
    }

    static ObservableValue<Instant> of(ObservableValue<Instant> clock, Stage stage) {
        return new VisibleClock(clock, stage).now.getReadOnlyProperty();
    }

    private void tick() {
        if (stage.isShowing() && !stage.isIconified()) {
            now.set(clock.getValue());
        }
    }
}
