package taskglass.ui.server;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.ui.words.Words;

/** The servers in the status bar: a dot and a few words each, and a link where one is in trouble. */
public final class ServerChips {
    private final HBox row;
    private final Consumer<ServerId> retry;
    private final Consumer<ServerId> open;
    private List<ServerWords> shown = List.of();

    /** {@code retry} looks again; {@code open} shows the page about a server, or hides it again. */
    public ServerChips(HBox row, Consumer<ServerId> retry, Consumer<ServerId> open) {
        this.row = row;
        this.retry = retry;
        this.open = open;
    }

    public void show(List<ServerHealth> servers) {
        List<ServerWords> words = servers.stream().map(ServerWords::of).toList();
        if (!words.equals(shown)) {
            shown = words;
            row.getChildren().setAll(servers.stream().map(this::chip).toList());
        }
    }

    private Node chip(ServerHealth health) {
        ServerWords words = ServerWords.of(health);
        Region dot = new Region();
        dot.getStyleClass().add("server-dot");
        Label text = new Label(words.text());
        HBox chip = new HBox(dot, text);
        chip.getStyleClass().add("server-chip");
        words.tone().dye(dot);
        words.tone().dye(text);
        if (health.trouble().isPresent()) {
            chip.getChildren().add(wayOut(health));
        }
        return chip;
    }

    private Hyperlink wayOut(ServerHealth health) {
        return switch (health.trouble().orElseThrow()) {
            case Trouble.Unauthorised u -> link("server.unlock", health, open);
            case Trouble.Ended e -> link("server.what", health, open);
            case Trouble.NoAnswer n -> link("server.retry", health, retry);
            case Trouble.NotOpenCode n -> link("server.retry", health, retry);
            case Trouble.Refused r -> link("server.retry", health, retry);
        };
    }

    private static Hyperlink link(String key, ServerHealth health, Consumer<ServerId> action) {
        Hyperlink link = new Hyperlink(Words.of(key));
        link.setAccessibleText(Words.of(key + ".accessible", health.server().shortName()));
        link.setOnAction(e -> action.accept(health.server()));
        return link;
    }
}
