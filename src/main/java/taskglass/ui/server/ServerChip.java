package taskglass.ui.server;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import taskglass.task.ServerId;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.ui.frame.ServerBadge;

/**
 * A server in the status bar: a dot, a short text that opens its popup, and perhaps a link. The nodes stay while its
 * state changes, so that the focus stays on them.
 */
final class ServerChip extends HBox {
    /**
     * A way out of the server's state.
     *
     * @param key the key of its text
     */
    record WayOut(String key, Consumer<ServerId> action) {}

    private final ServerId server;
    private final Region dot = new Region();
    private final Button text = new Button();
    private final Tooltip tip = new Tooltip();
    private final Hyperlink link = new Hyperlink();
    private final Tooltip linkTip = new Tooltip();

    /** @param about what is known of the server; asked when the mouse enters, because it may change unnoticed */
    ServerChip(ServerId server, Consumer<Button> open, Supplier<String> about) {
        this.server = server;
        dot.getStyleClass().add("server-dot");
        text.getStyleClass().add("server-name");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.setOnAction(e -> open.accept(text));
        text.setTooltip(tip);
        text.setOnMouseEntered(e -> tip.setText(about.get()));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.managedProperty().bind(link.visibleProperty());
        link.setTooltip(linkTip);
        getStyleClass().add("server-chip");
        getChildren().setAll(dot, text, link);
    }

    void show(ServerText words, String about, Optional<WayOut> wayOut) {
        text.setText(words.text());
        text.setGraphic(ServerBadge.of(server).orElse(null));
        text.setAccessibleHelp(about);
        tip.setText(about);
        words.tone().applyTo(dot);
        words.tone().applyTo(text);
        if (wayOut.isEmpty() && link.isFocused()) {
            text.requestFocus();
        }
        link.setVisible(wayOut.isPresent());
        wayOut.ifPresent(this::show);
    }

    private void show(WayOut way) {
        String whole = Texts.of(way.key() + ".accessible", ServerNames.of(server));
        link.setText(Texts.of(way.key()));
        link.setAccessibleText(whole);
        linkTip.setText(whole);
        link.setOnAction(e -> way.action().accept(server));
    }
}
