package taskglass.ui.server;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import taskglass.engine.Discovery;
import taskglass.task.Origin;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.words.Words;

/** The servers in the status bar: a dot and a few words each, and a link where one is in trouble. */
public final class ServerChips {
    private final HBox row;
    private final Consumer<ServerId> retry;
    private final Consumer<ServerId> open;
    private final Function<ServerId, Map<String, Long>> unknown;
    private final Discovery discovery;
    private List<ServerWords> shown = List.of();
    private List<PortlessOpenCode> shownPortless = List.of();

    /**
     * {@code retry} looks again; {@code open} shows the page about a server, or hides it again; {@code unknown} counts the
     * events that nobody here knows; {@code discovery} tells where they were found.
     */
    public ServerChips(
            HBox row,
            Consumer<ServerId> retry,
            Consumer<ServerId> open,
            Function<ServerId, Map<String, Long>> unknown,
            Discovery discovery) {
        this.row = row;
        this.retry = retry;
        this.open = open;
        this.unknown = unknown;
        this.discovery = discovery;
    }

    public void show(List<ServerHealth> servers) {
        List<ServerWords> words = servers.stream().map(ServerWords::of).toList();
        List<PortlessOpenCode> portless = discovery.portless();
        if (!words.equals(shown) || !portless.equals(shownPortless)) {
            shown = words;
            shownPortless = portless;
            row.getChildren().setAll(servers.stream().map(this::chip).toList());
            if (!portless.isEmpty()) {
                row.getChildren().add(new PortlessChip(portless, !servers.isEmpty()));
            }
        }
    }

    private String name(ServerId server) {
        return discovery.origin(server) instanceof Origin.Demo ? Words.of("server.demo") : server.shortName();
    }

    private Node chip(ServerHealth health) {
        ServerWords words = ServerWords.of(health, name(health.server()));
        Region dot = new Region();
        dot.getStyleClass().add("server-dot");
        Label text = new Label(words.text());
        HBox chip = new HBox(dot, text);
        chip.getStyleClass().add("server-chip");
        words.tone().dye(dot);
        words.tone().dye(text);
        text.setOnMouseEntered(e -> text.setTooltip(new Tooltip(about(health.server()))));
        text.setAccessibleHelp(about(health.server()));
        if (health.trouble().isPresent()) {
            chip.getChildren().add(wayOut(health));
        }
        return chip;
    }

    /** Where it was found, and what of it is not understood: told when the mouse comes, for both may change. */
    private String about(ServerId server) {
        String whence = FoundWords.of(discovery.origin(server));
        String unheard = ServerWords.unknown(unknown.apply(server));
        return unheard.isEmpty() ? whence : String.join("\n", whence, unheard);
    }

    private Hyperlink wayOut(ServerHealth health) {
        return switch (health.trouble().orElseThrow()) {
            case Trouble.Unauthorised u -> link("server.unlock", health, open);
            case Trouble.Ended e -> link("server.what", health, open);
            case Trouble.NoAnswer n -> link("server.retry", health, retry);
            case Trouble.NotOpenCode n -> link("server.retry", health, retry);
            case Trouble.TooOld o -> link("server.old", health, open);
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
