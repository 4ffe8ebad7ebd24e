package taskglass.ui.server;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.task.status.ServerHealth;
import taskglass.text.Texts;
import taskglass.ui.frame.RowFocus;

/**
 * The list of all servers with their commands, and the choice whether to look for servers on the local network. Follows
 * the servers only while it is open.
 */
public final class ServerSettings {
    private final ServerCommands desk;
    private final MdnsSetting mdns;
    private final VBox rows = new VBox();
    private final CheckBox localNetwork = new CheckBox(Texts.of("settings.local.network"));
    private final Label note = new Label();
    private final Button add = new Button(Texts.of("action.server.add"));
    private final VBox root;
    private List<Object> shown = List.of();
    private boolean open;

    public ServerSettings(ServerCommands desk, MdnsSetting mdns) {
        this.desk = desk;
        this.mdns = mdns;
        rows.getStyleClass().add("server-rows");
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.getStyleClass().add("edge-to-edge");
        list.setAccessibleText(Texts.of("settings.page.servers"));
        VBox.setVgrow(list, Priority.ALWAYS);
        add.setId("add-server");
        add.setOnAction(e -> desk.add());
        localNetwork.setId("local-network");
        localNetwork.setOnAction(e -> mdns.choose(localNetwork.isSelected()));
        note.getStyleClass().addAll("settings-note", "below-box");
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        root = new VBox(list, localNetwork, note);
        root.getStyleClass().add("settings-group");
        desk.engine().onDiff(diff -> refresh());
        desk.engine().discovery().onChange(this::refresh);
        desk.added().onChange(this::refresh);
    }

    public Node root() {
        return root;
    }

    /** The button that adds a server. */
    public Node add() {
        return add;
    }

    /** Called when the list comes into view or leaves it. */
    public void open(boolean now) {
        open = now;
        refresh();
    }

    private void refresh() {
        if (!open) {
            return;
        }
        localNetwork.setSelected(mdns.chosen());
        localNetwork.setDisable(!mdns.mayBeChosen());
        note.setText(Texts.of(mdns.mayBeChosen() ? "settings.local.network.note" : "action.not.looking"));
        List<ServerHealth> servers = desk.engine().health();
        List<ServerText> words = servers.stream().map(ServerText::of).toList();
        List<String> origins = servers.stream()
                .map(health -> FoundServerText.of(desk.engine().discovery().origin(health.server())))
                .toList();
        List<Object> now = List.of(
                words,
                origins,
                desk.added().list().entries(),
                desk.added().list().broken());
        if (!now.equals(shown)) {
            shown = now;
            RowFocus.replace(rows, lines(servers), add);
        }
    }

    private List<Node> lines(List<ServerHealth> servers) {
        List<Node> lines = new ArrayList<>();
        servers.forEach(health -> lines.add(new ServerRow(desk, health)));
        if (servers.isEmpty()) {
            lines.add(new Label(Texts.of("settings.servers.none")));
        }
        if (!desk.added().list().broken().isEmpty()) {
            lines.add(new BrokenEntriesChip(desk.added().list().broken()));
        }
        return lines;
    }
}
