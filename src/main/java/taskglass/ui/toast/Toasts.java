package taskglass.ui.toast;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;
import taskglass.task.store.StoreDiff;
import taskglass.text.ServerNames;
import taskglass.ui.frame.ServerBadge;
import taskglass.ui.frame.StatusStyle;

/**
 * The toasts at the top right of the table. Each notice gets its own toast; if there are too many, one toast sums up the
 * rest. Toasts about failures stay until the user closes them, the others go by the clock of the window: an animation
 * would keep JavaFX busy meanwhile.
 */
public final class Toasts {
    /** Nobody reads more than these at once, and they would cover the table. */
    private static final int MOST = 4;

    /** The height of a toast with all its lines, and the distance to the next. */
    private static final double TALLEST = 120;

    /** Below the headers of the table, beside its scroll bar. */
    private static final Insets AROUND = new Insets(38, 20, 8, 8);

    private final ToastActions actions;
    private final VBox root = new VBox();
    private final Map<TaskKey, Toast> shown = new LinkedHashMap<>();
    private Optional<SummaryToast> more = Optional.empty();

    public Toasts(ObservableValue<Instant> clock, ToastActions actions) {
        this.actions = actions;
        root.getStyleClass().add("toasts");
        root.setPickOnBounds(false);
        root.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(root, Pos.TOP_RIGHT);
        StackPane.setMargin(root, AROUND);
        clock.subscribe(this::tick);
    }

    /** The layer of the toasts, for a stack pane over the table. */
    public Region root() {
        return root;
    }

    /**
     * Shows a toast, unless the user is looking at the task or has cancelled it. If there are several servers, the toast
     * names the task's server.
     */
    public void show(Notice notice, boolean several) {
        AgentTask task = notice.task();
        boolean cancelledHere =
                task.status() == TaskStatus.CANCELLED && task.cancel().wanted();
        close(task.key());
        if (cancelledHere || actions.inView().test(task.key())) {
            return;
        }
        if (more.isPresent()) {
            more.get().add(notice);
        } else if (shown.size() < room()) {
            Toast toast = toast(notice, several);
            shown.put(task.key(), toast);
            root.getChildren().add(toast.body());
        } else {
            SummaryToast summary = new SummaryToast(notice, actions.show(), closed -> closeSummary());
            more = Optional.of(summary);
            root.getChildren().add(summary.toast().body());
        }
    }

    /** Follows the store: a task that is gone or at work again has no news. */
    public void apply(StoreDiff diff) {
        diff.entries().stream()
                .filter(entry ->
                        entry.after().filter(task -> task.status().settled()).isEmpty())
                .forEach(entry -> close(entry.key()));
    }

    /** The user is looking at this task now. */
    public void seen(TaskKey task) {
        close(task);
    }

    private int room() {
        double height = root.getParent() == null
                ? 0
                : root.getParent().getLayoutBounds().getHeight();
        return height == 0 ? MOST : Math.clamp((int) (height / TALLEST) - 1, 1, MOST);
    }

    private void tick(Instant now) {
        List.copyOf(shown.entrySet()).stream()
                .filter(entry -> entry.getValue().isOver(now))
                .forEach(entry -> close(entry.getKey()));
        more.filter(summary -> summary.toast().isOver(now)).ifPresent(summary -> closeSummary());
    }

    private void close(TaskKey key) {
        Optional.ofNullable(shown.remove(key)).ifPresent(this::remove);
    }

    private void closeSummary() {
        more.map(SummaryToast::toast).ifPresent(this::remove);
        more = Optional.empty();
    }

    private void remove(Toast toast) {
        if (toast.body().isFocusWithin()) {
            actions.leave().run();
        }
        root.getChildren().remove(toast.body());
    }

    private Toast toast(Notice notice, boolean withServer) {
        AgentTask task = notice.task();
        ToastText words = ToastText.of(notice);
        StatusStyle look = StatusStyle.of(task.status());
        Runnable show = () -> actions.show().accept(task.key());
        Toast toast = new Toast(look.icon(), show, () -> close(task.key()));
        toast.line(words.name(), "toast-name");
        words.lines().forEach(line -> toast.line(line, "toast-line"));
        String more = withServer ? ", " + server(toast, task.key().server()) : "";
        toast.body().setAccessibleText(words.name() + ", " + String.join(", ", words.lines()) + more);
        look.tone().applyTo(toast.body());
        toast.link("toast.show", show);
        offer(toast, task);
        return toast;
    }

    private void offer(Toast toast, AgentTask task) {
        String result = task.run().map(Run::text).orElse("").strip();
        if (task.status() == TaskStatus.COMPLETED && !result.isEmpty()) {
            toast.link("toast.copy", () -> actions.copy().accept(result));
        }
        if (task.status() == TaskStatus.FAILED) {
            toast.link("toast.retry", () -> actions.retry().accept(task));
            toast.stay();
        }
    }

    private static String server(Toast toast, ServerId server) {
        Label which = toast.line(ServerNames.of(server), "toast-line");
        which.setGraphic(ServerBadge.of(server).orElse(null));
        return which.getText();
    }
}
