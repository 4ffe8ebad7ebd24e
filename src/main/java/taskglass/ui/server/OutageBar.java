package taskglass.ui.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.LastSeenText;
import taskglass.text.ServerNames;
import taskglass.text.Texts;

/**
 * The line that says which servers are gone, with a way to get them back. It takes no room while all answer. The user
 * can close it until the next outage.
 */
public final class OutageBar {
    private final ServerCommands desk;
    private final ObservableValue<Instant> clock;
    private final Consumer<ServerId> page;
    private final Runnable leave;
    private final Label text = new Label();
    private final Button remedy = new Button();
    private final HBox root = new HBox(new FontIcon(BootstrapIcons.EXCLAMATION_TRIANGLE), text, remedy);
    private final Set<ServerId> closed = new HashSet<>();
    private final Set<ServerId> starting = new HashSet<>();
    private List<ServerHealth> gone = List.of();

    /**
     * @param page shows the page about a server in trouble
     * @param leave takes the focus when the line goes away
     */
    public OutageBar(ServerCommands desk, ObservableValue<Instant> clock, Consumer<ServerId> page, Runnable leave) {
        this.desk = desk;
        this.clock = clock;
        this.page = page;
        this.leave = leave;
        root.setId("outage");
        root.getStyleClass().add("outage-bar");
        root.managedProperty().bind(root.visibleProperty());
        text.setId("outage-text");
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        remedy.setId("outage-remedy");
        remedy.setMinWidth(Region.USE_PREF_SIZE);
        root.getChildren().add(closeButton());
        root.setVisible(false);
        clock.subscribe(this::describe);
    }

    private Button closeButton() {
        Button close = new Button(null, new FontIcon(BootstrapIcons.X));
        close.setId("outage-close");
        close.getStyleClass().add("icon-button");
        close.setAccessibleText(Texts.of("outage.close"));
        close.setTooltip(new Tooltip(Texts.of("outage.close")));
        close.setOnAction(e -> {
            gone.forEach(health -> closed.add(health.server()));
            show(gone);
        });
        return close;
    }

    public Region root() {
        return root;
    }

    /** Follows the health of the servers. */
    public void show(List<ServerHealth> servers) {
        List<ServerHealth> out = servers.stream().filter(OutageBar::isOut).toList();
        closed.retainAll(out.stream().map(ServerHealth::server).toList());
        gone = out.stream().filter(health -> !closed.contains(health.server())).toList();
        boolean leaves = gone.isEmpty() && root.isFocusWithin();
        root.setVisible(!gone.isEmpty());
        if (leaves) {
            leave.run();
        }
        describe();
    }

    /** A server that the user has paused is not missed. */
    private static boolean isOut(ServerHealth health) {
        return health.isGone() && health.state() != ServerHealth.ConnectionState.PAUSED;
    }

    private void describe() {
        if (gone.isEmpty()) {
            return;
        }
        text.setText(sentence());
        Remedy way = remedy();
        remedy.setText(Texts.of(way.text));
        remedy.setDisable(way == Remedy.STARTING);
        remedy.setOnAction(e -> gone.forEach(health -> take(way, health)));
    }

    private String sentence() {
        ServerHealth first = gone.getFirst();
        if (gone.size() > 1) {
            String names =
                    gone.stream().map(health -> ServerNames.of(health.server())).collect(Collectors.joining(", "));
            return Texts.of("outage.several", gone.size(), names);
        }
        String name = ServerNames.of(first.server());
        String age = LastSeenText.age(first.listed().orElseThrow(), clock.getValue());
        return first.trouble().filter(Trouble.NoAnswer.class::isInstance).isPresent()
                ? Texts.of("outage", name, age)
                : Texts.of("outage.other", name, ServerText.of(first).state(), age);
    }

    /** What the button does, with the text on it. */
    private enum Remedy {
        START("outage.start"),
        STARTING("outage.starting"),
        RECONNECT("outage.reconnect"),
        PAGE("server.old");

        private final String text;

        Remedy(String text) {
            this.text = text;
        }
    }

    /** Several servers have nothing in common but that they can be asked again. */
    private Remedy remedy() {
        ServerHealth first = gone.getFirst();
        if (gone.size() > 1) {
            return Remedy.RECONNECT;
        }
        if (starting.contains(first.server())) {
            return Remedy.STARTING;
        }
        if (first.state() != ServerHealth.ConnectionState.UNREACHABLE) {
            return Remedy.PAGE;
        }
        return isOurs(first.server()) || folder(first.server()).isPresent() ? Remedy.START : Remedy.RECONNECT;
    }

    private boolean isOurs(ServerId server) {
        return desk.engine().ownOpenCode().isOurs(server);
    }

    /** The folder of a server that was a process of this machine, if OpenCode can be started there again. */
    private Optional<Path> folder(ServerId server) {
        boolean installed = desk.engine().ownOpenCode().installed().isPresent();
        return installed
                        && desk.engine().discovery().origin(server)
                                instanceof ServerOrigin.Listener(long pid, String directory)
                        && !directory.isEmpty()
                ? Optional.of(Path.of(directory))
                : Optional.empty();
    }

    private void take(Remedy way, ServerHealth health) {
        ServerId server = health.server();
        switch (way) {
            case START -> start(server);
            case RECONNECT -> desk.engine().serverControl().retry(server);
            case PAGE -> page.accept(server);
            case STARTING -> {
                // it is on its way
            }
        }
    }

    /** A server that was not started from here gets a new one in its place, at another address. */
    private void start(ServerId server) {
        if (isOurs(server)) {
            desk.openCode().restart(server);
            return;
        }
        starting.add(server);
        describe();
        desk.openCode().startIn(folder(server).orElseThrow()).whenComplete((started, failure) -> {
            starting.remove(server);
            if (failure == null) {
                closed.add(server);
            }
            show(desk.engine().health());
        });
    }
}
