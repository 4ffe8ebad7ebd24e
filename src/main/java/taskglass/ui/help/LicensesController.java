package taskglass.ui.help;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextArea;
import taskglass.ui.frame.Fxml;

/** The dialog that shows the licenses of everything that is shipped. */
final class LicensesController {
    private final Parent root;

    @FXML
    private TextArea text;

    LicensesController(String notices) {
        root = Fxml.load("notices", this);
        text.setText(notices);
    }

    Parent root() {
        return root;
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
