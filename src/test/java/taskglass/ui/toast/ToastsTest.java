package taskglass.ui.toast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.lab.Pointer;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskError;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.store.Notice;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;

class ToastsTest extends ApplicationTest {
    private final Sample sample = new Sample();
    private final List<TaskKey> clicked = new ArrayList<>();
    private final List<String> copied = new ArrayList<>();
    private final List<TaskKey> retried = new ArrayList<>();
    private final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(Instant.EPOCH);
    private TaskKey inView = new TaskKey(new ServerId("http://127.0.0.1:1"), "none");
    private Toasts toasts;
    private Stage window;

    @Override
    public void start(Stage stage) {
        window = stage;
        toasts = new Toasts(
                clock,
                new ToastActions(
                        clicked::add,
                        copied::add,
                        task -> retried.add(task.key()),
                        key -> key.equals(inView),
                        () -> {}));
        stage.setScene(new Scene(new StackPane(new TextField(), toasts.root()), 900, 600));
        new Theme(new SimpleBooleanProperty(), Settings.of(SettingsFile.none(), Runnable::run)).style(stage.getScene());
        stage.setWidth(900);
        stage.setHeight(650);
        stage.show();
    }

    @Test
    void ofAHundredTasksThatEndTogetherFourAreReportedAndTheOthersSummedUp() {
        FxThread.ask(() -> {
            IntStream.range(0, 99).forEach(i -> tell("s" + i, false));
            tell("bad", true);
            return true;
        });

        assertThat(FxThread.ask(this::shown)).hasSize(5).endsWith("96 more tasks have ended, 1 failed");
    }

    @Test
    void whatFourTasksCameToIsReportedOneByOne() {
        FxThread.ask(() -> {
            IntStream.range(0, 4).forEach(i -> tell("s" + i, false));
            return true;
        });

        assertThat(FxThread.ask(this::shown))
                .containsExactly("Title of s0", "Title of s1", "Title of s2", "Title of s3");
    }

    @Test
    void aToastGoesAfterEightSecondsAndAFailureStays() {
        interact(() -> {
            tell("a", false);
            tell("bad", true);
        });
        tickTo(1);
        tickTo(8);
        assertThat(FxThread.ask(this::shown)).containsExactly("Title of a", "Title of bad");
        tickTo(9);
        tickTo(3600);
        assertThat(FxThread.ask(this::shown)).containsExactly("Title of bad");
    }

    @Test
    void theEightSecondsBeginOnceTheClockOfTheWindowGoesOn() {
        interact(() -> tell("a", false));
        tickTo(3600); // it was minimized for an hour
        assertThat(FxThread.ask(this::shown)).containsExactly("Title of a");
    }

    @Test
    void aTaskThatTheUserIsLookingAtHasNoToast() {
        interact(() -> {
            told("a");
            sample.completed("a", 3, "Done.");
            inView = sample.task("a").key();
            toasts.show(new Notice(sample.task("a")), false);
        });
        assertThat(FxThread.ask(this::shown)).isEmpty();
    }

    @Test
    void aTaskThatTheUserCancelledHasNoToastAndOneThatAnotherCancelledHas() {
        interact(() -> {
            told("a");
            told("b");
            sample.failed("a", 3, new TaskError("MessageAbortedError", "aborted"));
            sample.failed("b", 3, new TaskError("MessageAbortedError", "aborted"));
            AgentTask mine = sample.task("a");
            CancelState asked = new CancelState.Asked(Instant.EPOCH, CancelState.Obstacle.NONE);
            toasts.show(new Notice(mine.with(mine.requested().cancel(asked))), false);
            toasts.show(new Notice(sample.task("b")), false);
        });
        assertThat(FxThread.ask(this::shown)).containsExactly("Title of b");
    }

    @Test
    void theToastOfACompletedTaskCopiesItsWholeResultAndDoesNothingElse() {
        interact(() -> {
            told("a");
            sample.completed("a", 3, "All tests pass.\nMore.");
            toasts.show(new Notice(sample.task("a")), false);
        });
        Pointer.click("Copy result", () -> link("Copy result"));
        assertThat(copied).containsExactly("All tests pass.\nMore.");
        assertThat(clicked).isEmpty();
        assertThat(FxThread.ask(this::shown)).isEmpty();
    }

    @Test
    void theToastOfAFailedTaskRetriesIt() {
        interact(() -> tell("bad", true));
        Pointer.click("Retry", () -> link("Retry"));
        assertThat(retried).containsExactly(Sample.key("bad"));
        assertThat(clicked).isEmpty();
    }

    @Test
    void aClickOnAToastShowsItsTaskAndClosesIt() {
        interact(() -> tell("bad", true));
        Pointer.click(
                "the toast",
                () -> FxThread.ask(() -> Optional.ofNullable(toasts.root().lookup(".toast-line"))));
        assertThat(clicked).containsExactly(Sample.key("bad"));
        assertThat(FxThread.ask(this::shown)).isEmpty();
    }

    @Test
    void aFailureThatTheUserHasSeenOrThatIsAtWorkAgainHasNoToast() {
        interact(() -> {
            tell("seen", true);
            tell("again", true);
        });
        interact(() -> toasts.seen(sample.task("seen").key()));
        assertThat(FxThread.ask(this::shown)).containsExactly("Title of again");
        Fact next = new Fact.Prompted(new Prompt("msg_9c", Sample.at(100)), Assignment.UNKNOWN);
        interact(() -> toasts.apply(sample.heard("again", next, new Fact.Doing(Activity.busy()))));
        assertThat(FxThread.ask(this::shown)).isEmpty();
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

    private void told(String session) {
        sample.told(session, "", 0);
        sample.prompted(session, 0);
    }

    private void tickTo(long second) {
        interact(() -> clock.set(Instant.ofEpochSecond(second)));
    }

    private Optional<Node> link(String text) {
        return FxThread.ask(() -> toasts.root().lookupAll(".hyperlink").stream()
                .filter(node -> text.equals(((Labeled) node).getText()))
                .findFirst());
    }

    private void tell(String session, boolean bad) {
        told(session);
        if (bad) {
            sample.failed(session, 3, new TaskError("APIError", "context too long"));
        } else {
            sample.completed(session, 3, "Done.");
        }
        toasts.show(new Notice(sample.task(session)), false);
    }

    /** What each toast begins with. */
    private List<String> shown() {
        return toasts.root().lookupAll(".toast").stream()
                .map(toast -> (Labeled) first(toast))
                .map(Labeled::getText)
                .toList();
    }

    private static Node first(Node toast) {
        return toast.lookup(".toast-name");
    }
}
