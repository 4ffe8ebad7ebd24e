package taskglass.ui.server;

import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Pane;
import taskglass.engine.Discovery;
import taskglass.engine.Engine;
import taskglass.task.Origin;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.ui.frame.Fxml;
import taskglass.ui.server.ServerState.Kind;
import taskglass.words.Words;

/** The page that replaces the table while no server can be listed. It shows the problem and the ways to solve it. */
public final class ServerPage {
    private final ServerDesk desk;
    private final Engine engine;
    private final StartRow starting;
    private final Parent root;
    private Optional<ServerId> server = Optional.empty();
    private Optional<ServerState> shown = Optional.empty();

    @FXML
    private Node spinner;

    @FXML
    private Label title;

    @FXML
    private Label body;

    @FXML
    private Label whence;

    @FXML
    private Label warning;

    @FXML
    private Label box;

    @FXML
    private Pane startPlace;

    @FXML
    private Node installRow;

    @FXML
    private Node passwordRow;

    @FXML
    private PasswordField password;

    @FXML
    private CheckBox remember;

    @FXML
    private Node plainRow;

    @FXML
    private Node resumeRow;

    @FXML
    private Button resume;

    @FXML
    private Button retry;

    @FXML
    private Button demo;

    @FXML
    private Label note;

    public ServerPage(ServerDesk desk) {
        this.desk = desk;
        engine = desk.engine();
        starting = new StartRow(engine);
        root = Fxml.load("server-page", this);
        startPlace.getChildren().add(starting.root());
    }

    public Parent root() {
        return root;
    }

    /** Shows the state of a server. What the user is typing stays as long as the state stays the same. */
    public void show(ServerHealth health) {
        Origin origin = engine.discovery().origin(health.server());
        show(Optional.of(health.server()), ServerState.of(health), FoundWords.of(origin));
    }

    /** Whether Taskglass looks for servers, so that having none is no error. */
    public boolean searches() {
        return engine.discovery().started();
    }

    /** Shows that Taskglass is looking for servers, or that it found none. */
    public void showSearch() {
        Discovery discovery = engine.discovery();
        ServerState state = discovery.looked() ? ServerState.noneFound() : ServerState.looking();
        show(Optional.empty(), state, FoundWords.portless(discovery.portless(), false));
    }

    private void show(Optional<ServerId> now, ServerState state, String note) {
        Shown.text(whence, note);
        boolean same = server.equals(now) && shown.equals(Optional.of(state));
        if (same) {
            return;
        }
        server = now;
        shown = Optional.of(state);
        title.setText(state.title());
        body.setText(state.body());
        Shown.text(warning, state.warning());
        Shown.text(box, state.box());
        password.clear();
        offer(state.kind());
        focusFirst();
    }

    private void offer(Kind kind) {
        boolean nothing = kind == Kind.NOTHING_THERE;
        boolean installed = engine.ownOpenCode().installed().isPresent();
        Shown.put(spinner, kind == Kind.CONNECTING);
        Shown.put(startPlace, nothing && installed);
        Shown.put(installRow, nothing && !installed);
        Shown.put(passwordRow, kind == Kind.LOCKED);
        offerToRemember(kind == Kind.LOCKED);
        Shown.put(plainRow, kind == Kind.EXPOSED);
        Shown.put(resumeRow, kind == Kind.PAUSED);
        Shown.put(retry, kind != Kind.EXPOSED && kind != Kind.PAUSED);
        Shown.put(demo, nothing && engine.discovery().offersDemo());
        Shown.put(note, retry.isVisible() && kind != Kind.LOCKED && kind != Kind.CONNECTING);
    }

    /** Only for a server that the user added: any other server may be another user's next time. */
    private void offerToRemember(boolean locked) {
        Optional<ServerId> asked = server;
        Shown.put(remember, false);
        if (locked && asked.flatMap(desk.added()::find).isPresent()) {
            desk.added()
                    .keychainAnswers()
                    .thenAccept(
                            answers -> Shown.put(remember, answers && passwordRow.isVisible() && server.equals(asked)));
        }
    }

    /** Moves the focus to what the user will most likely do next. */
    public void focusFirst() {
        Node first = passwordRow.isVisible() ? password : startPlace.isVisible() ? starting.first() : retry;
        (resumeRow.isVisible() ? resume : first).requestFocus();
    }

    @FXML
    void unlock() {
        if (!password.getText().isEmpty()) {
            boolean keep = remember.isVisible() && remember.isSelected();
            server.ifPresent(locked -> desk.added().authorise(locked, password.getText(), keep));
        }
    }

    @FXML
    void allowPlain() {
        server.ifPresent(desk.added()::allowPlainHttp);
    }

    @FXML
    void resume() {
        server.ifPresent(paused -> desk.added().pause(paused, false));
    }

    @FXML
    void addServer() {
        desk.add();
    }

    @FXML
    void retry() {
        server.ifPresentOrElse(engine::retry, engine.discovery()::lookNow);
    }

    @FXML
    void showDemo() {
        engine.discovery().showDemo();
    }

    @FXML
    void copyInstall() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, Words.of("page.install.command")));
    }
}
