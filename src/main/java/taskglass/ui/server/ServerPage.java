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
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.status.ServerHealth;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;
import taskglass.ui.server.ServerPageText.Kind;

/** The page that replaces the table while no server can be listed. It shows the problem and the ways to solve it. */
public final class ServerPage {
    private final ServerCommands desk;
    private final Engine engine;
    private final StartOpenCodeRow starting;
    private final Parent root;
    private Optional<ServerId> server = Optional.empty();
    private Optional<ServerPageText> shown = Optional.empty();

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

    public ServerPage(ServerCommands desk) {
        this.desk = desk;
        engine = desk.engine();
        starting = new StartOpenCodeRow(engine);
        root = Fxml.load("server-page", this);
        startPlace.getChildren().add(starting.root());
    }

    public Parent root() {
        return root;
    }

    /** Shows the state of a server. What the user is typing stays as long as the state stays the same. */
    public void show(ServerHealth health) {
        ServerOrigin serverOrigin = engine.discovery().origin(health.server());
        show(Optional.of(health.server()), ServerPageText.of(health), FoundServerText.of(serverOrigin));
    }

    /** Whether Taskglass looks for servers, so that having none is no error. */
    public boolean searches() {
        return engine.discovery().started();
    }

    /** Shows that Taskglass is looking for servers, or that it found none. */
    public void showSearch() {
        Discovery discovery = engine.discovery();
        ServerPageText state = discovery.hasSearched() ? ServerPageText.noneFound() : ServerPageText.looking();
        show(Optional.empty(), state, FoundServerText.portless(discovery.portless(), false));
    }

    private void show(Optional<ServerId> now, ServerPageText state, String note) {
        OptionalNode.text(whence, note);
        boolean same = server.equals(now) && shown.equals(Optional.of(state));
        if (same) {
            return;
        }
        server = now;
        shown = Optional.of(state);
        title.setText(state.title());
        body.setText(state.body());
        OptionalNode.text(warning, state.warning());
        OptionalNode.text(box, state.box());
        password.clear();
        offer(state.kind());
        focusFirst();
    }

    private void offer(Kind kind) {
        boolean nothing = kind == Kind.NOTHING_THERE;
        boolean installed = engine.ownOpenCode().installed().isPresent();
        OptionalNode.put(spinner, kind == Kind.CONNECTING);
        OptionalNode.put(startPlace, nothing && installed);
        OptionalNode.put(installRow, nothing && !installed);
        OptionalNode.put(passwordRow, kind == Kind.LOCKED);
        offerToRemember(kind == Kind.LOCKED);
        OptionalNode.put(plainRow, kind == Kind.EXPOSED);
        OptionalNode.put(resumeRow, kind == Kind.PAUSED);
        OptionalNode.put(retry, kind != Kind.EXPOSED && kind != Kind.PAUSED);
        OptionalNode.put(demo, nothing && engine.discovery().offersDemo());
        OptionalNode.put(note, retry.isVisible() && kind != Kind.LOCKED && kind != Kind.CONNECTING);
    }

    /** Only for a server that the user added: any other server may be another user's next time. */
    private void offerToRemember(boolean locked) {
        Optional<ServerId> asked = server;
        OptionalNode.put(remember, false);
        if (locked && asked.flatMap(desk.added()::find).isPresent()) {
            desk.added()
                    .keychainAnswers()
                    .thenAccept(answers ->
                            OptionalNode.put(remember, answers && passwordRow.isVisible() && server.equals(asked)));
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
        server.ifPresentOrElse(engine.serverControl()::retry, engine.discovery()::lookNow);
    }

    @FXML
    void showDemo() {
        engine.discovery().showDemo();
    }

    @FXML
    void copyInstall() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, Texts.of("page.install.command")));
    }
}
