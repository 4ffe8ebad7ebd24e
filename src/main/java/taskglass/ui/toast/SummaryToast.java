package taskglass.ui.toast;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.store.Notice;
import taskglass.text.Texts;

/** The toast that sums up all tasks that ended while there was no room for more toasts. */
final class SummaryToast {
    private final Toast toast;
    private final Label words;
    private int ended;
    private int failed;
    private TaskKey weightiest;

    SummaryToast(Notice first, Consumer<TaskKey> show, Consumer<SummaryToast> closed) {
        toast = new Toast(BootstrapIcons.THREE_DOTS, () -> show.accept(taskToSelect()), () -> closed.accept(this));
        words = toast.line("", "toast-name");
        weightiest = first.task().key();
        add(first);
    }

    Toast toast() {
        return toast;
    }

    /** Adds one more ended task. It stays if a task has failed. */
    void add(Notice notice) {
        boolean bad = notice.task().status() == TaskStatus.FAILED;
        ended++;
        failed += bad ? 1 : 0;
        if (bad || failed == 0) {
            weightiest = notice.task().key();
        }
        if (bad) {
            toast.stay();
        }
        words.setText(failed == 0 ? Texts.of("toast.more", ended) : Texts.of("toast.more.failed", ended, failed));
        toast.body().setAccessibleText(words.getText());
    }

    /** Returns the newest failed task or, if none failed, the newest task. */
    private TaskKey taskToSelect() {
        return weightiest;
    }
}
