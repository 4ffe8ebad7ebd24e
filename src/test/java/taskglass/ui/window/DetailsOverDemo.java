package taskglass.ui.window;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.BeforeEach;
import taskglass.lab.FxThread;
import taskglass.text.TaskNames;

/** A shown window over the demo, with the details of one task, for tests to build on. */
abstract class DetailsOverDemo extends WindowOverDemo {
    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(1280);
            stage.setHeight(800);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    void select(String name) {
        interact(() -> engine.store().tasks().stream()
                .filter(task -> TaskNames.of(task).startsWith(name))
                .findFirst()
                .ifPresent(task -> window.goTo(task.key())));
        FxThread.until(
                "its details are there",
                () -> node("#detail-name") instanceof Labeled label
                        && label.getText().startsWith(name));
    }

    void tab(String name) {
        interact(() -> {
            TabPane tabs = (TabPane) node("#detail-tabs");
            tabs.getTabs().stream()
                    .filter(tab -> tab.getId().equals(name + "-tab"))
                    .forEach(tabs.getSelectionModel()::select);
        });
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    /** Lays the window out twice: what it lays out may ask for more. */
    void layOut() {
        interact(() -> {
            Parent root = stage.getScene().getRoot();
            for (int i = 0; i < 2; i++) {
                root.applyCss();
                root.layout();
            }
        });
    }
}
