package taskglass.ui.server;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import taskglass.engine.AddedServers;
import taskglass.engine.Engine;
import taskglass.settings.ServerEntry;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.text.ServerNames;
import taskglass.text.ServerNames.Named;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/** The server commands of the window, no matter which chip, page, key or menu triggers them. */
public final class ServerCommands {
    private final Engine engine;
    private final AddedServers added;
    private final Dialogs dialogs;
    private final ObservableValue<Instant> clock;

    /** Creates the commands of the main window, and keeps the names of the servers up to date. */
    public static ServerCommands of(
            Engine engine, AddedServers added, Dialogs dialogs, ObservableValue<Instant> clock) {
        ServerCommands commands = new ServerCommands(engine, added, dialogs, clock);
        commands.nameThem();
        added.onChange(commands::nameThem);
        return commands;
    }

    private ServerCommands(Engine engine, AddedServers added, Dialogs dialogs, ObservableValue<Instant> clock) {
        this.engine = engine;
        this.added = added;
        this.dialogs = dialogs;
        this.clock = clock;
    }

    /** The same commands, with their dialogs in front of another window. */
    public ServerCommands inFrontOf(Dialogs other) {
        return new ServerCommands(engine, added, other, clock);
    }

    public Engine engine() {
        return engine;
    }

    /** The dialogs in front of the window of these commands. */
    public Dialogs dialogs() {
        return dialogs;
    }

    /** The control that starts and stops this window's own OpenCode. */
    OpenCodeControl openCode() {
        return new OpenCodeControl(engine, dialogs);
    }

    AddedServers added() {
        return added;
    }

    /** The name of a server in this window. */
    String name(ServerId server) {
        return isDemo(server) ? Texts.of("server.demo") : ServerNames.of(server);
    }

    boolean isDemo(ServerId server) {
        return engine.discovery().origin(server) instanceof ServerOrigin.Demo;
    }

    /** Opens the dialog for a new server. */
    public void add() {
        open("dialog.server.add", new ServerController(this, Optional.empty(), ""));
    }

    /** Opens the dialog for a server: changes an added server, or gives another one a name. */
    void edit(ServerId server) {
        Optional<ServerEntry> entry = added.find(server);
        String title = entry.isPresent() ? "dialog.server.edit" : "dialog.server.add";
        open(title, new ServerController(this, entry, server.url()));
    }

    /** Removes a server from the settings, after asking. */
    void remove(ServerId server) {
        String name = ServerNames.of(server);
        if (dialogs.confirmed(
                Texts.of("dialog.server.remove"),
                Texts.of("dialog.server.remove.question", name),
                Texts.of("dialog.server.remove.yes"))) {
            added.remove(server);
        }
    }

    /** Shows the popup about a server above a node; {@code page} shows the page about a server in trouble. */
    void showPopup(ServerId server, Node above, Consumer<ServerId> page) {
        new ServerPopup(this, server, clock, page).show(above);
    }

    private void open(String title, ServerController dialog) {
        Stage stage = dialogs.stage(Texts.of(title), dialog.root());
        stage.show();
        dialog.focus();
    }

    private void nameThem() {
        Map<ServerId, Named> names = added.list().entries().stream()
                .collect(Collectors.toMap(
                        ServerEntry::server,
                        entry -> new Named(entry.name(), entry.mark().word())));
        ServerNames.are(names);
    }
}
