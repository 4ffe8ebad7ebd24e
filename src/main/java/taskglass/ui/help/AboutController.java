package taskglass.ui.help;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;

/** The dialog that shows the release and the runtime of Taskglass. */
final class AboutController {
    private final Parent root;
    private final Runnable notices;
    private final Runnable page;

    @FXML
    private Button close;

    @FXML
    private Label version;

    @FXML
    private Label runtime;

    AboutController(String release, Runnable notices, Runnable page) {
        this.notices = notices;
        this.page = page;
        root = Fxml.load("about", this);
        version.setText(Texts.of("about.version", release));
        runtime.setText(Texts.of(
                "about.runtime",
                System.getProperty("java.version"),
                System.getProperty("javafx.version"),
                System.getProperty("os.name"),
                System.getProperty("os.arch")));
    }

    Parent root() {
        return root;
    }

    /** Enter closes the dialog that nothing was done in. */
    void focus() {
        close.requestFocus();
    }

    @FXML
    void openPage() {
        page.run();
    }

    @FXML
    void showNotices() {
        notices.run();
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
