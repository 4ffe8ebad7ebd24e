package taskglass.ui.window;

import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import taskglass.lab.FxThread;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** The steps that a person takes in a window over the demo. */
abstract class WindowSteps extends WindowOverDemo {
    WindowSteps look(TaskStatus status, String tab) {
        TaskKey key = FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> task.status() == status)
                .map(AgentTask::key)
                .findFirst()
                .orElseThrow());
        select(key);
        FxThread.until("its details are there", () -> stage.getScene().lookup("#detail-tabs") != null);
        interact(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#detail-tabs");
            tabs.getSelectionModel()
                    .select(tabs.getTabs().stream()
                            .filter(known -> known.getId().equals(tab + "-tab"))
                            .findFirst()
                            .orElseThrow());
        });
        return this;
    }

    void select(TaskKey task) {
        interact(() -> window.goTo(task));
        FxThread.until("it is selected", () -> table().getSelectionModel().getSelectedIndex() >= 0);
    }

    void selectSeveral() {
        interact(() -> table().getSelectionModel().selectRange(0, 3));
    }

    /** Whichever of the two was asked first. */
    void unfold(String button) {
        FxThread.until("the strip is there", () -> node("#attention").isVisible());
        boolean other = FxThread.ask(() -> !node(button).getParent().isVisible());
        if (other) {
            press("#attention-next");
        }
        press(button);
    }

    void group(int entry) {
        interact(() -> ((MenuButton) node("#group")).getItems().get(entry).fire());
    }

    WindowSteps type(String text) {
        interact(() -> {
            node("#filter").requestFocus();
            ((TextField) node("#filter")).setText(text);
        });
        return this;
    }

    void search(String text) {
        interact(() -> {
            node("#output").requestFocus();
            Event.fireEvent(
                    node("#output"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F, false, true, false, false));
            ((TextField) node("#output-search")).setText(text);
        });
    }

    void draft(String text) {
        interact(() -> {
            node("#continue-prompt").requestFocus();
            ((TextInputControl) node("#continue-prompt")).setText(text);
        });
    }

    void goAway() {
        closeServer();
        FxThread.until("the line about it is there", () -> node("#outage").isVisible());
    }

    void open(KeyCode key, String content) {
        boolean control = key != KeyCode.F1;
        interact(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)));
        awaitWindow(content);
    }

    void rename() {
        interact(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F2, false, false, false, false)));
        FxThread.until("the title can be edited", () -> node("#title-editor") != null);
    }

    Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    TreeTableView<?> table() {
        return (TreeTableView<?>) node("#tasks");
    }

    /** What is told of it changes by the minute. */
    void pass(int minutes) {
        interact(() -> clock.set(clock.get().plusSeconds(60L * minutes)));
        FxThread.until(
                "a task is quiet",
                () -> stage.getScene().getRoot().lookupAll(".status-cell").stream()
                        .anyMatch(cell -> cell instanceof Labeled there
                                && String.valueOf(there.getText()).startsWith("Quiet")));
    }

    void openSettings(int page) {
        open(KeyCode.COMMA, ".settings");
        interact(() -> ((ListView<?>) find(".settings").orElseThrow().getScene().lookup(".settings-navigation"))
                .getSelectionModel()
                .select(page));
    }
}
