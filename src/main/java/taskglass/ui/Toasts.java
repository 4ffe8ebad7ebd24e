package taskglass.ui;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.Notice;
import taskglass.task.TaskKey;
import taskglass.ui.words.StatusLook;

/** The toasts in the corner of the window: one for each notice; a click goes to its task. */
final class Toasts {
    private static final Duration SHOWN = Duration.seconds(8);

    private final Window owner;
    private final Consumer<TaskKey> clicked;

    Toasts(Window owner, Consumer<TaskKey> clicked) {
        this.owner = owner;
        this.clicked = clicked;
    }

    /** Shows the toast over the window; a window that is not on the screen has no corner to show it in. */
    void show(Notice notice) {
        if (owner.isShowing()) {
            Notifications.create()
                    .owner(owner)
                    .graphic(body(notice))
                    .hideAfter(SHOWN)
                    .position(Pos.BOTTOM_RIGHT)
                    .styleClass("task-toast")
                    .onAction(e -> clicked.accept(notice.task().key()))
                    .show();
        }
    }

    static Region body(Notice notice) {
        ToastText words = ToastText.of(notice.task());
        StatusLook look = StatusLook.of(notice.task().status());
        VBox text = new VBox(headline(words));
        words.lines().forEach(line -> text.getChildren().add(line(line)));
        Region bar = new Region();
        bar.getStyleClass().add("toast-bar");
        FontIcon icon = new FontIcon(look.icon());
        HBox body = new HBox(bar, icon, text);
        body.getStyleClass().add("toast");
        body.setAccessibleText(words.name() + " " + words.ending());
        look.tone().dye(body);
        return body;
    }

    private static TextFlow headline(ToastText words) {
        Text name = new Text(words.name());
        name.getStyleClass().add("toast-name");
        Text ending = new Text(" " + words.ending());
        ending.getStyleClass().add("toast-ending");
        return new TextFlow(name, ending);
    }

    private static Label line(String words) {
        Label line = new Label(words);
        line.getStyleClass().add("toast-line");
        return line;
    }
}
