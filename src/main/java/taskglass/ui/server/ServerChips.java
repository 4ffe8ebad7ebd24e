package taskglass.ui.server;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import taskglass.settings.BrokenEntry;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.ui.server.ServerChip.WayOut;

/** The servers in the status bar: a dot and a short text each, and a link for a server in trouble. */
public final class ServerChips {
    private final ServerCommands desk;
    private final Consumer<ServerId> open;
    private final ChipRow row = new ChipRow(this::showPopup);
    private final Map<ServerId, ServerChip> chips = new HashMap<>();
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
            chips.keySet().retainAll(servers.stream().map(ServerHealth::server).toList());
            row.show(servers, servers.stream().map(this::chip).toList(), notes(portless, broken, !servers.isEmpty()));
        }
    }

    private static List<Node> notes(List<PortlessOpenCode> portless, List<BrokenEntry> broken, boolean anyServer) {
        List<Node> portlessChip = portless.isEmpty() ? List.of() : List.of(new PortlessChip(portless, anyServer));
        List<Node> brokenChip = broken.isEmpty() ? List.of() : List.of(new BrokenEntriesChip(broken));
        return Stream.concat(portlessChip.stream(), brokenChip.stream()).toList();
    }

    private ServerChip chip(ServerHealth health) {
        ServerId server = health.server();
        ServerChip chip = chips.computeIfAbsent(server, this::newChip);
        chip.show(ServerText.of(health, desk.name(server)), about(server), wayOut(health));
        return chip;
    }

    private ServerChip newChip(ServerId server) {
        return new ServerChip(server, text -> showPopup(server, text), () -> about(server));
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

    private Optional<WayOut> wayOut(ServerHealth health) {
        return desk.isDemo(health.server())
                ? Optional.of(new WayOut(
                        "server.demo.leave", demo -> desk.engine().discovery().leaveDemo()))
                : health.trouble().map(this::wayOut);
    }

    private WayOut wayOut(Trouble trouble) {
        return switch (trouble) {
            case Trouble.Unauthorised u -> new WayOut("server.unlock", open);
            case Trouble.Paused p ->
                new WayOut("server.resume", server -> desk.added().pause(server, false));
            case Trouble.PlainHttp p -> new WayOut("server.plain", open);
            case Trouble.Ended e -> new WayOut("server.what", open);
            case Trouble.NoAnswer n -> new WayOut("server.retry", desk.engine().serverControl()::retry);
            case Trouble.NotOpenCode n ->
                new WayOut("server.retry", desk.engine().serverControl()::retry);
            case Trouble.TooOld o -> new WayOut("server.old", open);
            case Trouble.Refused r -> new WayOut("server.retry", desk.engine().serverControl()::retry);
        };
    }
}
