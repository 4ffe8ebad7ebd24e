package taskglass.ui;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import taskglass.settings.Settings;
import taskglass.task.AgentTask;
import taskglass.ui.actions.Actions;
import taskglass.ui.detail.DetailPane;
import taskglass.ui.detail.DetailPlace;

/** The details of the selected task beside the table, with buttons for what may be done with it. */
final class Details {
    private static final List<String> OFFERED = List.of("continue", "retry", "cancel");

    private final DetailPane pane;
    private final DetailPlace place;

    Details(DetailPane pane, SplitPane split, Settings settings, Actions actions) {
        this.pane = pane;
        place = new DetailPlace(split, pane, settings);
        OFFERED.forEach(action -> offer(actions.button(action)));
    }

    void show(List<AgentTask> selected) {
        pane.show(selected);
    }

    /** Where there is no task, they wait for the first. */
    void anything(boolean now) {
        place.anything(now);
    }

    void toggle() {
        place.toggle();
    }

    /** A button is there while its action can be done. */
    private void offer(Button button) {
        button.visibleProperty().bind(button.disabledProperty().not());
        button.managedProperty().bind(button.visibleProperty());
        pane.actions().getChildren().add(button);
    }
}
