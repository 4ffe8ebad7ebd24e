package taskglass.ui.toast;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.text.Texts;

/** One toast: an icon, a name, lines of text, links for actions, and a cross. A click anywhere else is its main action. */
final class Toast {
    private static final Duration SHOWN = Duration.ofSeconds(8);

    private final VBox text = new VBox();
    private final HBox links = new HBox();
    private final HBox body = new HBox();
    private final Runnable closed;
    private boolean stays;
    private boolean left;
    private Optional<Instant> since = Optional.empty();

    /** @param closed called once the user wants to see it no more */
    Toast(Ikon icon, Runnable main, Runnable closed) {
        this.closed = closed;
        body.getStyleClass().add("toast");
        links.getStyleClass().add("toast-links");
        HBox.setHgrow(text, Priority.ALWAYS);
        body.getChildren().addAll(new FontIcon(icon), text, cross());
        body.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> takeAndClose(main));
        body.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                takeAndClose(() -> {});
            }
        });
    }

    HBox body() {
        return body;
    }

    /** Adds a text: the name first. It is cut if it is longer than two lines. */
    Label line(String words, String styleClass) {
        Label line = new Label(words);
        line.getStyleClass().add(styleClass);
        line.setWrapText(true);
        text.getChildren().add(line);
        return line;
    }

    /** Adds a link. The toast closes when it is used. */
    void link(String key, Runnable action) {
        if (links.getChildren().isEmpty()) {
            text.getChildren().add(links);
        }
        Hyperlink link = new Hyperlink(Texts.of(key));
        link.setTooltip(new Tooltip(Texts.of(key + ".tip")));
        link.setOnAction(e -> takeAndClose(action));
        links.getChildren().add(link);
    }

    /** Keeps it until the user closes it. */
    void stay() {
        stays = true;
    }

    /** Whether it has been in view long enough. A toast that the user points at or is in with the keyboard stays. */
    boolean isOver(Instant now) {
        if (stays || body.isHover() || body.isFocusWithin()) {
            return false;
        }
        since = since.or(() -> Optional.of(now));
        return !now.isBefore(since.get().plus(SHOWN));
    }

    private Button cross() {
        Button cross = new Button(null, new FontIcon(BootstrapIcons.X));
        cross.getStyleClass().addAll("icon-button", "toast-close");
        cross.setAccessibleText(Texts.of("toast.close"));
        cross.setTooltip(new Tooltip(Texts.of("toast.close.tip")));
        cross.setOnAction(e -> takeAndClose(() -> {}));
        return cross;
    }

    /** A click on a link is one on the toast as well. */
    private void takeAndClose(Runnable action) {
        if (!left) {
            left = true;
            closed.run();
            action.run();
        }
    }
}
