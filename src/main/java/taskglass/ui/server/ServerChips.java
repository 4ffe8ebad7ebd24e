package taskglass.ui.server;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import taskglass.settings.BrokenEntry;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.ui.frame.ServerBadge;

/** The servers in the status bar: a dot and a short text each, and a link for a server in trouble. */
public final class ServerChips {
    private final ServerCommands desk;
    private final Consumer<ServerId> open;
    private final ChipRow row = new ChipRow(this::showPopup);
    private List<Object> shown = List.of();

    /** {@code open} shows the page about a server in trouble, or hides it again. */
    public ServerChips(Pane place, ServerCommands desk, Consumer<ServerId> open) {
        this.desk = desk;
        this.open = open;
        HBox.setHgrow(row, Priority.SOMETIMES);
        place.getChildren().add(row);
    }

    public void show(List<ServerHealth> servers) {
        List<ServerText> words = servers.stream().map(ServerText::of).toList();
        List<PortlessOpenCode> portless = desk.engine().discovery().portless();
        List<BrokenEntry> broken = desk.added().list().broken();
        List<Object> now = List.of(words, portless, broken, desk.added().list().entries());
        if (!now.equals(shown)) {
            shown = now;
            List<Node> chips = servers.stream().map(this::chip).toList();
            row.show(servers, chips, notes(portless, broken, !servers.isEmpty()));
        }
    }

    private static List<Node> notes(List<PortlessOpenCode> portless, List<BrokenEntry> broken, boolean anyServer) {
        List<Node> portlessChip = portless.isEmpty() ? List.of() : List.of(new PortlessChip(portless, anyServer));
        List<Node> brokenChip = broken.isEmpty() ? List.of() : List.of(new BrokenEntriesChip(broken));
        return Stream.concat(portlessChip.stream(), brokenChip.stream()).toList();
    }

    private String name(ServerId server) {
        return isDemo(server) ? Texts.of("server.demo") : ServerNames.of(server);
    }

    private boolean isDemo(ServerId server) {
        return desk.engine().discovery().origin(server) instanceof ServerOrigin.Demo;
    }

    private Node chip(ServerHealth health) {
        ServerId server = health.server();
        ServerText words = ServerText.of(health, name(server));
        Region dot = new Region();
        dot.getStyleClass().add("server-dot");
        Button text = new Button(words.text(), ServerBadge.of(server).orElse(null));
        text.getStyleClass().add("server-name");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.setOnAction(e -> showPopup(server, text));
        HBox chip = new HBox(dot, text);
        chip.getStyleClass().add("server-chip");
        words.tone().applyTo(dot);
        words.tone().applyTo(text);
        text.setOnMouseEntered(e -> text.setTooltip(new Tooltip(about(server))));
        text.setAccessibleHelp(about(server));
        if (isDemo(server)) {
            chip.getChildren()
                    .add(link(
                            "server.demo.leave",
                            health,
                            demo -> desk.engine().discovery().leaveDemo()));
        } else if (health.trouble().isPresent()) {
            chip.getChildren().add(wayOut(health));
        }
        return chip;
    }

    private void showPopup(ServerId server, Node above) {
        desk.showPopup(server, above, open);
    }

    /**
     * Where the server was found, and which of its events and ids were not understood. Computed when the mouse enters
     * because both may change.
     */
    private String about(ServerId server) {
        String whence = FoundServerText.of(desk.engine().discovery().origin(server));
        String unheard = ServerText.unknown(desk.engine().serverControl().unknownEvents(server));
        String refused = ServerText.refused(desk.engine().serverControl().refusedIds(server));
        return Stream.of(whence, unheard, refused)
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private Hyperlink wayOut(ServerHealth health) {
        return switch (health.trouble().orElseThrow()) {
            case Trouble.Unauthorised u -> link("server.unlock", health, open);
            case Trouble.Paused p ->
                link("server.resume", health, server -> desk.added().pause(server, false));
            case Trouble.PlainHttp p -> link("server.plain", health, open);
            case Trouble.Ended e -> link("server.what", health, open);
            case Trouble.NoAnswer n -> link("server.retry", health, desk.engine()::retry);
            case Trouble.NotOpenCode n -> link("server.retry", health, desk.engine()::retry);
            case Trouble.TooOld o -> link("server.old", health, open);
            case Trouble.Refused r -> link("server.retry", health, desk.engine()::retry);
        };
    }

    private static Hyperlink link(String key, ServerHealth health, Consumer<ServerId> action) {
        Hyperlink link = new Hyperlink(Texts.of(key));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setAccessibleText(Texts.of(key + ".accessible", ServerNames.of(health.server())));
        link.setOnAction(e -> action.accept(health.server()));
        return link;
    }
}
