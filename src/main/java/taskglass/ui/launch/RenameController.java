package taskglass.ui.launch;

import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Fxml;

/** The dialog that renames a task. It stays open if the new name is refused. */
public final class RenameController {
    private final Function<String, CompletionStage<TaskKey>> rename;
    private final Parent root;
    private DialogCommand dialogCommand;

    @FXML
    private TextField name;

    @FXML
    private Label refusal;

    @FXML
    private Node spinner;

    @FXML
    private Button send;

    public RenameController(String now, Function<String, CompletionStage<TaskKey>> rename) {
        this.rename = rename;
        root = Fxml.load("rename", this);
        name.setText(now);
        name.selectAll();
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        dialogCommand = new DialogCommand(refusal, spinner);
        name.disableProperty().bind(dialogCommand.busyProperty());
        send.disableProperty()
                .bind(dialogCommand
                        .busyProperty()
                        .or(BooleanExpression.booleanExpression(
                                name.textProperty().map(String::isBlank))));
    }

    @FXML
    void send() {
        dialogCommand.send(rename.apply(name.getText().strip()), key -> close());
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
