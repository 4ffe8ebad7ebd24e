package taskglass.ui.server;

import java.io.File;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import taskglass.engine.Engine;
import taskglass.engine.command.CommandFailed;
import taskglass.text.FolderName;
import taskglass.text.RefusalText;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;

/**
 * The offer to start OpenCode in a folder, and the outcome. If OpenCode did not start, its last output lines are shown
 * too.
 */
final class StartOpenCodeRow {
    /** The style of the main button. */
    private static final String MAIN = "success";

    private final Engine engine;
    private final Parent root;
    private final Path home;
    private Path folder;
    private Runnable started = () -> {};

    @FXML
    private Button start;

    @FXML
    private Button otherFolder;

    @FXML
    private Node spinner;

    @FXML
    private Label failure;

    @FXML
    private Label log;

    StartOpenCodeRow(Engine engine) {
        this(engine, Path.of("").toAbsolutePath(), Path.of(System.getProperty("user.home")));
    }

    /** Offers to start in {@code folder}; the home folder is hardly ever a project. */
    StartOpenCodeRow(Engine engine, Path folder, Path home) {
        this.engine = engine;
        this.folder = folder;
        this.home = home;
        root = Fxml.load("start-row", this);
        show(false);
        showResult("");
    }

    Parent root() {
        return root;
    }

    /** Called when OpenCode has started. */
    void onStarted(Runnable listener) {
        started = listener;
    }

    Node first() {
        return isHome() ? otherFolder : start;
    }

    @FXML
    void startOpenCode() {
        show(true);
        showResult("");
        engine.ownOpenCode().start(folder).whenComplete((server, trouble) -> {
            show(false);
            if (trouble != null) {
                showResult(RefusalText.of(CommandFailed.reason(trouble)));
            } else {
                started.run();
            }
        });
    }

    @FXML
    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Texts.of("page.folder"));
        chooser.setInitialDirectory(folder.toFile());
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            folder = chosen.toPath();
            show(false);
            start.requestFocus();
        }
    }

    /** Whether no better folder is known, as after a start from the desktop. */
    private boolean isHome() {
        return folder.equals(home) || folder.getParent() == null;
    }

    private void show(boolean starting) {
        start.setText(Texts.of(starting ? "page.starting" : "page.start", new FolderName(folder.toString()).shown()));
        start.getStyleClass().remove(MAIN);
        otherFolder.getStyleClass().remove(MAIN);
        first().getStyleClass().add(MAIN);
        start.setDisable(starting);
        otherFolder.setDisable(starting);
        OptionalNode.put(spinner, starting);
    }

    /** The first line is the sentence. The rest is the program's own last output. */
    private void showResult(String message) {
        String[] parts = message.split("\n", 2);
        OptionalNode.text(failure, parts[0]);
        OptionalNode.text(log, parts.length > 1 ? parts[1].strip() : "");
    }
}
