package taskglass.ui.toast;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.stage.Window;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.store.Notice;
import taskglass.text.Texts;

/** The toast that sums up all tasks that ended while there was no room for more toasts. */
final class SummaryToast {
    private final Label words = new Label();
    private final HBox body = new HBox(new FontIcon(BootstrapIcons.THREE_DOTS), words);
    private int ended;
    private int failed;
    private TaskKey weightiest;

    SummaryToast(Notice first) {
        body.getStyleClass().add("toast");
        words.getStyleClass().add("toast-name");
        weightiest = first.task().key();
        add(first);
    }

    HBox body() {
        return body;
    }

    /** Adds one more ended task. */
    void add(Notice notice) {
        boolean bad = notice.task().status() == TaskStatus.FAILED;
        ended++;
        failed += bad ? 1 : 0;
        if (bad || failed == 0) {
            weightiest = notice.task().key();
        }
        words.setText(failed == 0 ? Texts.of("toast.more", ended) : Texts.of("toast.more.failed", ended, failed));
        body.setAccessibleText(words.getText());
    }

    /** Returns the newest failed task or, if none failed, the newest task. */
    TaskKey taskToSelect() {
        return weightiest;
    }

    boolean isShowing() {
        Window window = body.getScene() == null ? null : body.getScene().getWindow();
        return window != null && window.isShowing();
    }
}
