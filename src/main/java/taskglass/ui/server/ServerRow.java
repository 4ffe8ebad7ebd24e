package taskglass.ui.server;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.Texts;
import taskglass.ui.frame.ButtonTips;
import taskglass.ui.frame.ServerBadge;

/** A server in the list of the settings window: its mark, name and state, where it was found, and its commands. */
final class ServerRow extends HBox {
    private final ServerCommands desk;

    ServerRow(ServerCommands desk, ServerHealth health) {
        this.desk = desk;
        ServerId server = health.server();
        boolean added = desk.added().find(server).isPresent();
        boolean paused =
                health.trouble().filter(Trouble.Paused.class::isInstance).isPresent();
        VBox facts = new VBox(head(health), about(server));
        facts.setMinWidth(0);
        HBox.setHgrow(facts, Priority.ALWAYS);
        getStyleClass().add("server-row");
        getChildren().add(facts);
        command(
                paused ? "popup.resume" : "popup.pause",
                server,
                () -> desk.added().pause(server, !paused));
        command(added ? "popup.edit" : "popup.name", server, () -> desk.edit(server));
        if (added) {
            command("popup.remove", server, () -> desk.remove(server))
                    .getStyleClass()
                    .add("danger-text");
        }
    }

    private HBox head(ServerHealth health) {
        ServerText words = ServerText.of(health, desk.name(health.server()));
        Label name = new Label(words.name());
        ServerBadge.of(health.server()).ifPresent(name::setGraphic);
        name.getStyleClass().add("server-row-name");
        Region dot = new Region();
        dot.getStyleClass().add("server-dot");
        Label state = new Label(words.state(), dot);
        state.setMinWidth(Region.USE_PREF_SIZE);
        words.tone().applyTo(dot);
        words.tone().applyTo(state);
        HBox head = new HBox(name, state);
        head.getStyleClass().add("server-row-head");
        return head;
    }

    private Label about(ServerId server) {
        String origin = FoundServerText.of(desk.engine().discovery().origin(server));
        Label about = new Label(server.url() + " · " + origin);
        about.getStyleClass().add("settings-note");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        return about;
    }

    private Button command(String key, ServerId server, Runnable action) {
        Button button = new Button(Texts.of(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of("action.button.about", button.getText(), desk.name(server)));
        button.setOnAction(e -> action.run());
        ButtonTips.in(button);
        getChildren().add(button);
        return button;
    }
}
