package taskglass.ui.server;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.DirectoryChooser;
import taskglass.engine.Engine;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.ui.frame.Fxml;
import taskglass.ui.server.ServerState.Kind;
import taskglass.ui.words.Folder;
import taskglass.ui.words.Words;

/** The page in place of the table while there is no server to list: what is in the way, and the way out. */
public final class ServerPage {
    private final Engine engine;
    private final Parent root;
    private Path folder = Path.of("").toAbsolutePath();
    private Optional<ServerId> server = Optional.empty();
    private Optional<ServerState> shown = Optional.empty();
    private boolean starting;

    @FXML
    private Node spinner;

    @FXML
    private Label title;

    @FXML
    private Label body;

    @FXML
    private Label warning;

    @FXML
    private Label box;

    @FXML
    private Node startRow;

    @FXML
    private Button start;

    @FXML
    private Button folderButton;

    @FXML
    private Node installRow;

    @FXML
    private Node passwordRow;

    @FXML
    private PasswordField password;

    @FXML
    private Button retry;

    @FXML
    private Label note;

    public ServerPage(Engine engine) {
        this.engine = engine;
        root = Fxml.load("server-page", this);
    }

    public Parent root() {
        return root;
    }

    /** Shows how a server stands; what a person is typing stays as long as the state does. */
    public void show(ServerHealth health) {
        ServerState state = ServerState.of(health);
        boolean same = server.equals(Optional.of(health.server())) && shown.equals(Optional.of(state));
        if (same) {
            return;
        }
        server = Optional.of(health.server());
        shown = Optional.of(state);
        title.setText(state.title());
        body.setText(state.body());
        tell(warning, state.warning());
        tell(box, state.box());
        password.clear();
        offer(state.kind());
        focusFirst();
    }

    private void offer(Kind kind) {
        boolean nothing = kind == Kind.NOTHING_THERE;
        boolean installed = engine.installedOpenCode().isPresent();
        show(spinner, starting || kind == Kind.CONNECTING);
        show(startRow, nothing && installed);
        show(installRow, nothing && !installed);
        show(passwordRow, kind == Kind.LOCKED);
        show(note, kind != Kind.LOCKED && kind != Kind.CONNECTING);
        start.setText(Words.of(starting ? "page.starting" : "page.start", new Folder(folder.toString()).shown()));
        start.setDisable(starting);
        folderButton.setDisable(starting);
    }

    /** What a person most likely wants to do next. */
    private void focusFirst() {
        Stream.of(password, start, retry)
                .filter(control -> control.getParent().isVisible())
                .findFirst()
                .ifPresent(Node::requestFocus);
    }

    @FXML
    void startOpenCode() {
        starting = true;
        tell(warning, "");
        tell(box, "");
        offer(Kind.NOTHING_THERE);
        engine.startOpenCode(folder).whenComplete((started, failure) -> {
            starting = false;
            offer(shown.map(ServerState::kind).orElse(Kind.NOTHING_THERE));
            if (failure != null) {
                failed(failure instanceof CompletionException e ? e.getCause() : failure);
            }
        });
    }

    /** The first line is the sentence; what follows are the program's own last lines. */
    private void failed(Throwable failure) {
        String[] parts = String.valueOf(failure.getMessage()).split("\n", 2);
        tell(warning, parts[0]);
        tell(box, parts.length > 1 ? parts[1].strip() : "");
    }

    @FXML
    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("page.folder"));
        chooser.setInitialDirectory(folder.toFile());
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            folder = chosen.toPath();
            offer(Kind.NOTHING_THERE);
        }
    }

    @FXML
    void unlock() {
        if (!password.getText().isEmpty()) {
            server.ifPresent(locked -> engine.authorise(locked, password.getText()));
        }
    }

    @FXML
    void retry() {
        server.ifPresent(engine::retry);
    }

    @FXML
    void copyInstall() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, Words.of("page.install.command")));
    }

    private static void tell(Label label, String text) {
        label.setText(text);
        show(label, !text.isEmpty());
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }
}
