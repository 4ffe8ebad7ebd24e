package taskglass.ui.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import taskglass.engine.OwnOpenCode;
import taskglass.engine.Servers;
import taskglass.task.Elapsed;
import taskglass.task.ServerId;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.text.ListNames;
import taskglass.text.ShellQuoting;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.Fxml;
import taskglass.ui.frame.ServerBadge;
import taskglass.ui.frame.StatusStyle;

/** The popup about a server, above its chip: its state and the commands for it. */
final class ServerPopup {
    private final ServerCommands desk;
    private final ServerId server;
    private final ObservableValue<Instant> clock;
    private final Consumer<ServerId> page;
    private final Popup popup = new Popup();
    private final ChangeListener<Instant> tick = (source, was, now) -> refresh();

    @FXML
    private HBox head;

    @FXML
    private Label name;

    @FXML
    private Label state;

    @FXML
    private Label url;

    @FXML
    private Label version;

    @FXML
    private Label latency;

    @FXML
    private Label listed;

    @FXML
    private Label whence;

    @FXML
    private Label refusedName;

    @FXML
    private Label refused;

    @FXML
    private Label warning;

    @FXML
    private Button pause;

    @FXML
    private Button more;

    @FXML
    private Button edit;

    @FXML
    private Button remove;

    @FXML
    private Button restart;

    @FXML
    private Button stop;

    @FXML
    private Button attach;

    @FXML
    private Button attachLocked;

    @FXML
    private Label copied;

    /** {@code page} shows the page about a server in trouble. */
    ServerPopup(ServerCommands desk, ServerId server, ObservableValue<Instant> clock, Consumer<ServerId> page) {
        this.desk = desk;
        this.server = server;
        this.clock = clock;
        this.page = page;
        Parent root = Fxml.load("server-popup", this);
        popup.getContent().add(root);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        OptionalNode.text(copied, "");
        popup.setOnHidden(e -> clock.removeListener(tick));
    }

    void show(Node chip) {
        refresh();
        clock.addListener(tick);
        Bounds place = chip.localToScreen(chip.getBoundsInLocal());
        popup.show(chip, place.getMinX(), place.getMinY());
        popup.setAnchorLocation(Popup.AnchorLocation.CONTENT_BOTTOM_LEFT);
        popup.setAnchorY(place.getMinY() - 4);
    }

    /** Shows what is known now. */
    private void refresh() {
        ServerHealth health = desk.engine().store().health(server);
        ServerText words = ServerText.of(health);
        boolean added = desk.added().find(server).isPresent();
        head.getChildren().removeIf(ServerBadge.class::isInstance);
        ServerBadge.of(server).ifPresent(badge -> head.getChildren().addFirst(badge));
        name.setText(desk.name(server));
        state.setText(words.state());
        words.tone().applyTo(state);
        url.setText(server.url());
        StatusStyle.Tone.WARNING.applyTo(warning);
        OptionalNode.text(
                warning, ServerText.refused(desk.engine().serverControl().refusedIds(server)));
        tellFacts(health, desk.engine().serverControl().facts(server));
        refused.setText(health.refused().entrySet().stream()
                .map(lists -> Texts.of("popup.refused.of", ListNames.of(lists.getValue()), lists.getKey()))
                .sorted()
                .collect(Collectors.joining("\n")));
        OptionalNode.put(refusedName, !health.refused().isEmpty());
        OptionalNode.put(refused, !health.refused().isEmpty());
        whence.setText(FoundServerText.of(desk.engine().discovery().origin(server)));
        pause.setText(Texts.of(paused(health) ? "popup.resume" : "popup.pause"));
        edit.setText(Texts.of(added ? "popup.edit" : "popup.name"));
        OptionalNode.put(remove, added);
        tellOwn(health.trouble().isEmpty());
        OptionalNode.put(more, health.trouble().isPresent() && !paused(health));
    }

    /** Shows the commands for a server that was started from here, and those for attaching a terminal to any server. */
    private void tellOwn(boolean answers) {
        OwnOpenCode own = desk.engine().ownOpenCode();
        boolean runs = own.runs(server);
        restart.setText(Texts.of(runs ? "popup.restart" : "popup.start"));
        OptionalNode.put(restart, own.isOurs(server));
        OptionalNode.put(stop, runs);
        OptionalNode.put(attach, answers && !runs);
        OptionalNode.put(attachLocked, runs);
    }

    private void tellFacts(ServerHealth health, Servers.Facts facts) {
        String unknown = Texts.of("popup.unknown");
        version.setText(facts.version()
                .map(number -> "OpenCode " + VisibleText.name(number))
                .orElse(unknown));
        latency.setText(facts.latency()
                .map(time -> Texts.of("popup.millis", time.toMillis()))
                .orElse(unknown));
        listed.setText(health.listed()
                .map(at -> Duration.between(at, clock.getValue()))
                .map(since -> since.toSeconds() < 2 ? Texts.of("just.now") : Texts.of("ago", Elapsed.text(since)))
                .orElseGet(() -> Texts.of("popup.never")));
    }

    private static boolean paused(ServerHealth health) {
        return health.trouble().filter(Trouble.Paused.class::isInstance).isPresent();
    }

    @FXML
    void reconnect() {
        desk.engine().serverControl().retry(server);
    }

    @FXML
    void pause() {
        desk.added().pause(server, !paused(desk.engine().store().health(server)));
        popup.hide();
    }

    @FXML
    void more() {
        popup.hide();
        page.accept(server);
    }

    @FXML
    void restart() {
        popup.hide();
        desk.openCode().restart(server);
    }

    @FXML
    void stop() {
        popup.hide();
        desk.openCode().stop(server);
    }

    @FXML
    void attach() {
        copy(command(), "popup.copied");
    }

    /** Includes the password: only this window knows it. */
    @FXML
    void attachLocked() {
        desk.engine()
                .ownOpenCode()
                .credentials(server)
                .ifPresent(known -> copy(
                        ShellQuoting.with("OPENCODE_SERVER_PASSWORD", known.password(), command()),
                        "popup.copied.locked"));
    }

    private String command() {
        return "opencode attach " + ShellQuoting.word(server.url());
    }

    private void copy(String command, String textKey) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command));
        OptionalNode.text(copied, Texts.of(textKey));
    }

    @FXML
    void edit() {
        popup.hide();
        desk.edit(server);
    }

    @FXML
    void remove() {
        popup.hide();
        desk.remove(server);
    }
}
