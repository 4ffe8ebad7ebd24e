package taskglass.ui.toast;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.store.Notice;
import taskglass.text.ServerNames;
import taskglass.ui.frame.ServerBadge;
import taskglass.ui.frame.StatusStyle;

/**
 * The toasts in the corner of the window. Each notice gets its own toast; if there are too many, one toast sums up the
 * rest. Clicking a toast selects its task.
 */
public final class Toasts {
    private static final Duration SHOWN = Duration.seconds(8);

    /** Nobody reads more than these at once, and they would cover the table. */
    private static final int MOST = 4;

    private final Window owner;
    private final Consumer<TaskKey> clicked;
    private Optional<SummaryToast> more = Optional.empty();

    public Toasts(Window owner, Consumer<TaskKey> clicked) {
        this.owner = owner;
        this.clicked = clicked;
    }

    /**
     * Shows the toast over the window. Does nothing if the window is not on the screen. If there are several servers,
     * the toast names the task's server.
     */
    public void show(Notice notice, boolean several) {
        if (!owner.isShowing()) {
            return;
        }
        Optional<SummaryToast> open = more.filter(SummaryToast::isShowing);
        if (open.isPresent()) {
            open.get().add(notice);
        } else if (toasts().count() < MOST) {
            show(
                    several ? bodyWithServer(notice) : body(notice),
                    () -> notice.task().key());
        } else {
            SummaryToast first = new SummaryToast(notice);
            more = Optional.of(first);
            show(first.body(), first::taskToSelect);
        }
    }

    private void show(Node body, Supplier<TaskKey> task) {
        Notifications.create()
                .owner(owner)
                .graphic(body)
                .hideAfter(SHOWN)
                .position(Pos.BOTTOM_RIGHT)
                .styleClass("task-toast")
                .onAction(e -> clicked.accept(task.get()))
                .show();
        leaveEscapeAlone();
    }

    private Stream<PopupWindow> toasts() {
        return Window.getWindows().stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(popup -> owner.equals(popup.getOwnerWindow()))
                .filter(popup -> popup.getScene().lookup(".task-toast") != null);
    }

    /** Leaves Escape to the focused node. JavaFX offers it to popups first, and the newest toast would close. */
    private void leaveEscapeAlone() {
        toasts().forEach(popup -> popup.setHideOnEscape(false));
    }

    static HBox body(Notice notice) {
        ToastText words = ToastText.of(notice.task());
        StatusStyle look = StatusStyle.of(notice.task().status());
        VBox text = new VBox(line(words.name(), "toast-name"));
        words.lines().forEach(line -> text.getChildren().add(line(line, "toast-line")));
        HBox body = new HBox(new FontIcon(look.icon()), text);
        body.getStyleClass().add("toast");
        body.setAccessibleText(words.name() + ", " + String.join(", ", words.lines()));
        look.tone().applyTo(body);
        return body;
    }

    private static Region bodyWithServer(Notice notice) {
        ServerId server = notice.task().key().server();
        Label which = line(ServerNames.of(server), "toast-line");
        which.setGraphic(ServerBadge.of(server).orElse(null));
        HBox body = body(notice);
        ((VBox) body.getChildren().getLast()).getChildren().add(which);
        body.setAccessibleText(body.getAccessibleText() + ", " + which.getText());
        return body;
    }

    /** A single line, cut if it is too long: the toast is measured before its width is known. */
    private static Label line(String words, String styleClass) {
        Label line = new Label(words);
        line.getStyleClass().add(styleClass);
        return line;
    }
}
