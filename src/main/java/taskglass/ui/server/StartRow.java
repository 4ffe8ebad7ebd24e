package taskglass.ui.server;

import java.io.File;
import java.nio.file.Path;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.DirectoryChooser;
import taskglass.engine.CommandFailed;
import taskglass.engine.Engine;
import taskglass.ui.frame.Fxml;
import taskglass.words.Folder;
import taskglass.words.RefusalWords;
import taskglass.words.Words;

/**
 * The offer to start OpenCode in a folder, and the outcome. If OpenCode did not start, its last output lines are shown
 * too.
 */
final class StartRow {
    private final Engine engine;
    private final Parent root;
    private Path folder = Path.of("").toAbsolutePath();
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

    StartRow(Engine engine) {
        this.engine = engine;
        root = Fxml.load("start-row", this);
        show(false);
        told("");
    }

    Parent root() {
        return root;
    }

    /** Called when OpenCode has started. */
    void onStarted(Runnable listener) {
        started = listener;
    }

    Node first() {
        return start;
    }

    @FXML
    void startOpenCode() {
        show(true);
        told("");
        engine.ownOpenCode().start(folder).whenComplete((server, trouble) -> {
            show(false);
            if (trouble != null) {
                told(RefusalWords.of(CommandFailed.reason(trouble)));
            } else {
                started.run();
            }
        });
    }

    @FXML
    void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("page.folder"));
        chooser.setInitialDirectory(folder.toFile());
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            folder = chosen.toPath();
            show(false);
        }
    }

    private void show(boolean starting) {
        start.setText(Words.of(starting ? "page.starting" : "page.start", new Folder(folder.toString()).shown()));
        start.setDisable(starting);
        otherFolder.setDisable(starting);
        Shown.put(spinner, starting);
    }

    /** The first line is the sentence. The rest is the program's own last output. */
    private void told(String message) {
        String[] parts = message.split("\n", 2);
        Shown.text(failure, parts[0]);
        Shown.text(log, parts.length > 1 ? parts[1].strip() : "");
    }
}
