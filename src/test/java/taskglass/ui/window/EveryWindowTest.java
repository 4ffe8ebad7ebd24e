package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.FxThread;
import taskglass.lab.Looks;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** What holds of each window beside the main one: it can be read and used by keys alone, in both themes. */
@Tag("slow")
class EveryWindowTest extends WindowSteps {
    /** A window, and how a person opens it. */
    @SuppressWarnings("ImmutableEnumChecker") // what is done has no state
    enum Other {
        LAUNCH(".launch", at -> at.push(KeyCode.N, true, false)),
        CONTINUE(".continue", at -> at.about(TaskStatus.COMPLETED).push(KeyCode.C, false, false)),
        GENERAL(".settings", at -> at.openSettings(0)),
        SERVERS(".settings", at -> at.openSettings(1)),
        PERMISSIONS(".settings", at -> at.openSettings(2)),
        KEYS_PAGE(".settings", at -> at.openSettings(3)),
        KEYS(".keys", at -> at.push(KeyCode.F1, false, false)),
        PALETTE(".palette", at -> at.push(KeyCode.K, true, false)),
        SERVER(".server-form", at -> at.push(KeyCode.S, true, true)),
        PENDING(".pending", at -> at.push(KeyCode.M, true, true)),
        ABOUT(".about", at -> at.pick("About")),
        LICENSES(".notices", at -> at.pick("Licenses")),
        CANCEL(".asking", EveryWindowTest::cancelSeveral),
        WHY(".why", at -> at.about(TaskStatus.RUNNING).push(KeyCode.W, false, false)),
        SERVER_POPUP(".server-popup", EveryWindowTest::openServer);

        private final String content;

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<EveryWindowTest> open;

        Other(String content, Consumer<EveryWindowTest> open) {
            this.content = content;
            this.open = open;
        }
    }

    @Override
    Engine engine(Clock clock) {
        return QuickEngine.of(clock);
    }

    @BeforeEach
    void show() {
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(900);
            window.show();
            engine.watch(connection());
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @ParameterizedTest
    @EnumSource
    void itCanBeReadAndUsedByKeysAloneInTheLightTheme(Other other) {
        check(other);
    }

    @ParameterizedTest
    @EnumSource
    void itCanBeReadAndUsedByKeysAloneInTheDarkTheme(Other other) {
        press("#theme");
        check(other);
    }

    @Test
    void theMainWindowCanBeReadBesideABannerAToastAndAnUndoLine() {
        look(TaskStatus.COMPLETED, "output");
        push(KeyCode.E, false, false);
        FxThread.until("it can be undone", () -> node(".leaving-line") != null);
        abortElsewhere(FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> task.status() == TaskStatus.RUNNING)
                .filter(task -> engine.store().children(task.key()).isEmpty())
                .filter(task -> task.parentKey().isEmpty())
                .map(AgentTask::key)
                .findFirst()
                .orElseThrow()));
        FxThread.until("there is a toast", () -> node(".toast") != null);
        interact(() -> window.tellBug(new IllegalStateException("boom")));
        goAway();
        Scene scene = stage.getScene();
        assertThat(Looks.pale(scene)).isEmpty();
        press("#theme");
        assertThat(Looks.pale(scene)).isEmpty();
    }

    private void check(Other other) {
        Scene scene = opened(other);
        assertThat(Looks.withoutTip(scene))
                .as("buttons that do not say what they do")
                .isEmpty();
        assertThat(Looks.cut(scene)).as("texts that are cut").isEmpty();
        assertThat(Looks.pale(scene)).as("texts that do not stand out").isEmpty();
        assertThat(Looks.withoutRing(scene))
                .as("controls that do not show the focus")
                .isEmpty();
        if (scene.getWindow() instanceof Stage window) { // of a popup, the window below gets the key
            assertThat(kept(scene, window))
                    .as("controls at which Escape does not close it")
                    .isEmpty();
        }
    }

    /** The stops of Tab where Escape does not close the window, because the control keeps the key to itself. */
    private List<String> kept(Scene scene, Stage there) {
        List<String> kept = new ArrayList<>();
        for (Node stop : Looks.stops(scene)) {
            interact(() -> escape(stop));
            if (there.isShowing()) {
                kept.add(stop.toString());
            } else if (there.getModality() != Modality.APPLICATION_MODAL) { // a question is answered
                interact(there::show);
            }
        }
        return kept;
    }

    private static void escape(Node stop) {
        stop.requestFocus();
        Event.fireEvent(stop, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
    }

    private Scene opened(Other other) {
        other.open.accept(this);
        FxThread.until(
                other + " is shown", () -> WindowOverDemo.find(other.content).isPresent());
        return FxThread.ask(
                () -> WindowOverDemo.find(other.content).orElseThrow().getScene());
    }

    /** A question waits for its answer, so nobody may wait for the key. */
    private void push(KeyCode key, boolean control, boolean shift) {
        Platform.runLater(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, control, false, false)));
    }

    private void pick(String action) {
        push(KeyCode.K, true, false);
        Scene palette = awaitWindow(".palette").getScene();
        interact(() -> {
            TextInputControl field = (TextInputControl) palette.lookup(".text-field");
            field.setText(action);
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        });
    }

    private EveryWindowTest about(TaskStatus status) {
        look(status, "output");
        return this;
    }

    private void cancelSeveral() {
        interact(() -> {
            table().getSelectionModel().clearSelection();
            table().getSelectionModel().selectRange(0, 3);
        });
        push(KeyCode.DELETE, false, false);
    }

    private void openServer() {
        interact(() -> ((Button) node(".server-name")).fire());
    }
}
