package taskglass.ui.window;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.BeforeEach;
import taskglass.lab.FxThread;

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
        interact(() -> {
            ((TextField) node("#filter")).setText(name);
            ((TreeTableView<?>) node("#tasks")).getSelectionModel().clearAndSelect(0);
            ((TextField) node("#filter")).clear();
        });
        FxThread.until(
                "its details are there",
                () -> node("#detail-name") instanceof Labeled label
                        && label.getText().equals(name));
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
