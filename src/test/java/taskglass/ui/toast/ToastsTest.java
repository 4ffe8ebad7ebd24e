package taskglass.ui.toast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.TaskError;
import taskglass.task.TaskKey;
import taskglass.task.store.Notice;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;

class ToastsTest extends ApplicationTest {
    private final Sample sample = new Sample();
    private final List<TaskKey> clicked = new ArrayList<>();
    private Toasts toasts;
    private Stage window;

    @Override
    public void start(Stage stage) {
        window = stage;
        stage.setScene(new Scene(new Pane(), 900, 600));
        // As every window of ours: without our colours, a toast looks up those of ControlsFX, which AtlantaFX does not
        // have.
        new Theme(new SimpleBooleanProperty(), Settings.of(SettingsFile.none(), Runnable::run)).style(stage.getScene());
        stage.show();
        toasts = new Toasts(stage, clicked::add);
    }

    @Test
    void ofAHundredTasksThatEndTogetherFourAreToldAndTheOthersSummedUp() {
        FxThread.ask(() -> {
            IntStream.range(0, 99).forEach(i -> tell("s" + i, false));
            tell("bad", true);
            return true;
        });

        assertThat(FxThread.ask(this::shown)).hasSize(5).endsWith("96 more tasks have ended, 1 failed");
    }

    @Test
    void whatFourTasksCameToIsToldOneByOne() {
        FxThread.ask(() -> {
            IntStream.range(0, 4).forEach(i -> tell("s" + i, false));
            return true;
        });

        assertThat(FxThread.ask(this::shown))
                .containsExactly("Title of s0", "Title of s1", "Title of s2", "Title of s3");
    }

    @Test
    void aToastHasNoWindowStyledAnew() {
        List<String> sheets = FxThread.ask(() -> List.copyOf(window.getScene().getStylesheets()));

        FxThread.ask(() -> {
            tell("a", false);
            return true;
        });

        assertThat(FxThread.ask(() -> List.copyOf(window.getScene().getStylesheets())))
                .isEqualTo(sheets);
    }

    @Test
    void everyColourOfAToastIsKnown() {
        List<CssParser.ParseError> faults = FxThread.ask(() -> {
            CssParser.errorsProperty().clear();
            tell("a", false);
            window.getScene().getRoot().applyCss();
            return List.copyOf(CssParser.errorsProperty());
        });
        assertThat(faults).isEmpty();
    }

    private void tell(String session, boolean bad) {
        sample.told(session, "", 0);
        sample.prompted(session, 0);
        if (bad) {
            sample.failed(session, 3, new TaskError("APIError", "context too long"));
        } else {
            sample.completed(session, 3, "Done.");
        }
        toasts.show(new Notice(sample.task(session)), false);
    }

    /** What each toast begins with. */
    private List<String> shown() {
        return Window.getWindows().stream()
                .filter(popup -> !popup.equals(window))
                .flatMap(popup -> popup.getScene().getRoot().lookupAll(".toast").stream())
                .map(toast -> (Labeled) first(toast))
                .map(Labeled::getText)
                .toList();
    }

    private static Node first(Node toast) {
        return toast.lookup(".toast-name");
    }
}
