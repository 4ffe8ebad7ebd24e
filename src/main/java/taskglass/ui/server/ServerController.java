package taskglass.ui.server;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import taskglass.engine.command.CommandFailed;
import taskglass.settings.ServerEntry;
import taskglass.settings.ServerEntry.Flag;
import taskglass.task.ServerAddress;
import taskglass.task.ServerId;
import taskglass.text.AddressText;
import taskglass.text.RefusalText;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;

/**
 * The dialog that adds or changes a server. The server is tested before it is saved. If it does not answer, the user
 * can save it anyway.
 */
final class ServerController {
    private final ServerCommands desk;
    private final Optional<ServerEntry> before;
    private final MarkChoice marks;
    private final Parent root;
    /** The entry that was tested last and did not answer. */
    private Optional<ServerEntry> failed = Optional.empty();

    @FXML
    private TextField url;

    @FXML
    private TextField name;

    @FXML
    private HBox markPlace;

    @FXML
    private TextField user;

    @FXML
    private PasswordField password;

    @FXML
    private CheckBox remember;

    @FXML
    private Node plainBox;

    @FXML
    private CheckBox plain;

    @FXML
    private Label hint;

    @FXML
    private Label result;

    @FXML
    private Label refusal;

    @FXML
    private Node spinner;

    @FXML
    private Button test;

    @FXML
    private Button keep;

    /** {@code before} is the entry to change; {@code address} is the initial address of a new one. */
    ServerController(ServerCommands desk, Optional<ServerEntry> before, String address) {
        this.desk = desk;
        this.before = before;
        marks = new MarkChoice(before.map(ServerEntry::mark)
                .orElseGet(() -> MarkChoice.unused(desk.added().list().entries())));
        root = Fxml.load("server", this);
        url.setText(address);
        before.ifPresent(this::fill);
        OptionalNode.put(spinner, false);
        OptionalNode.put(remember, false);
        desk.added().keychainAnswers().thenAccept(answers -> OptionalNode.put(remember, answers));
        changed();
    }

    Parent root() {
        return root;
    }

    void focus() {
        TextField first = url.getText().isEmpty() ? url : name;
        first.requestFocus();
        first.selectAll();
    }

    @FXML
    void initialize() {
        markPlace.getChildren().add(marks.root());
        for (TextField field : new TextField[] {url, name, user, password}) {
            field.textProperty().addListener((source, was, is) -> changed());
        }
        plain.selectedProperty().addListener((source, was, is) -> changed());
        name.promptTextProperty()
                .bind(url.textProperty()
                        .map(text -> ServerAddress.read(text)
                                .server()
                                .map(ServerId::shortName)
                                .orElse("")));
    }

    private void fill(ServerEntry entry) {
        name.setText(entry.name());
        user.setText(entry.user());
        plain.setSelected(entry.is(Flag.PLAIN_HTTP));
        remember.setSelected(entry.is(Flag.KEYCHAIN));
        if (entry.is(Flag.KEYCHAIN)) {
            password.setPromptText(Texts.of("dialog.server.kept"));
        }
    }

    /** Clears earlier results, which do not apply to the changed entry. */
    private void changed() {
        failed = Optional.empty();
        OptionalNode.text(result, "");
        OptionalNode.text(refusal, "");
        OptionalNode.text(hint, url.getText().isBlank() ? "" : wrong());
        OptionalNode.put(plainBox, exposed());
        keep.setText(Texts.of(before.isPresent() ? "dialog.server.save" : "dialog.server.keep"));
        allow(wrong().isEmpty() && (!exposed() || plain.isSelected()));
    }

    private void allow(boolean now) {
        test.setDisable(!now);
        keep.setDisable(!now);
    }

    /** What is wrong with the address; "" for nothing. */
    private String wrong() {
        Optional<ServerAddress.Fault> fault = ServerAddress.read(url.getText()).fault();
        if (fault.isPresent()) {
            return AddressText.of(fault.get());
        }
        boolean other = before.filter(entry -> entry.server().equals(server())).isEmpty();
        return other && desk.added().find(server()).isPresent() ? Texts.of("dialog.server.known") : "";
    }

    private boolean exposed() {
        boolean any = !password.getText().isEmpty()
                || before.filter(entry -> entry.is(Flag.KEYCHAIN)).isPresent();
        return wrong().isEmpty() && any && server().readableOnTheWay();
    }

    /** Called only for a valid address. */
    private ServerId server() {
        return ServerAddress.read(url.getText()).server().orElseThrow();
    }

    private ServerEntry entry() {
        String called = name.getText().strip();
        String who = user.getText().strip();
        boolean kept = before.filter(entry -> entry.is(Flag.KEYCHAIN)).isPresent()
                || !password.getText().isEmpty();
        return new ServerEntry(
                        server(),
                        called.isEmpty() ? server().shortName() : called,
                        marks.chosen(),
                        who.isEmpty() ? ServerEntry.DEFAULT_USER : who,
                        before.map(ServerEntry::flags).orElse(Set.of()))
                .with(Flag.PLAIN_HTTP, plain.isSelected() && server().readableOnTheWay())
                .with(Flag.KEYCHAIN, remember.isVisible() && remember.isSelected() && kept);
    }

    @FXML
    void test() {
        tried(entry());
    }

    /** Saves the entry after the server has answered, or at once if the same entry has already failed a test. */
    @FXML
    void keep() {
        ServerEntry entry = entry();
        if (failed.equals(Optional.of(entry))) {
            keep(entry);
        } else {
            tried(entry).thenAccept(version -> keep(entry));
        }
    }

    private void keep(ServerEntry entry) {
        desk.added().keep(entry, before, password.getText());
        close();
    }

    private CompletionStage<String> tried(ServerEntry entry) {
        changed();
        allow(false);
        OptionalNode.put(spinner, true);
        return desk.added().probe(entry, password.getText()).whenComplete((version, failure) -> {
            boolean same = entry.equals(entry());
            OptionalNode.put(spinner, false);
            changed();
            if (same && failure == null) {
                OptionalNode.text(result, Texts.of("dialog.server.found", version));
            } else if (same) {
                OptionalNode.text(refusal, RefusalText.of(CommandFailed.reason(failure)));
                failed = Optional.of(entry);
                keep.setText(Texts.of("dialog.server.anyway"));
            }
        });
    }

    @FXML
    void close() {
        password.clear();
        root.getScene().getWindow().hide();
    }
}
