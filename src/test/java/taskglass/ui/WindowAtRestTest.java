package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.opencode.Connection;
import taskglass.task.AgentTask;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;

/**
 * In whatever state a window is left, JavaFX makes no pulse while its clock stands still, and few for a second: a layout
 * that asks for the next one, or an animation that goes on, makes sixty a second. The server is listed meanwhile.
 */
class WindowAtRestTest extends WindowOverDemo {
    /** So many requests are answered in a stretch: on an idle machine it lasts about as long as thirty pulses. */
    private static final int REQUESTS = 40;

    private static final int SECONDS = 5;

    /** Twelve rows that tick take one, the rest another, and what changes in a pulse asks for the next. */
    private static final int MOST = 4;

    private final AtomicInteger pulses = new AtomicInteger();
    private Connection watched;

    /** How a person leaves the window. */
    enum State {
        NOTHING_SELECTED(at -> {}),
        SEVERAL_SELECTED(WindowAtRestTest::selectSeveral),
        SETTLED_OUTPUT(at -> at.look(TaskStatus.COMPLETED, "output")),
        SETTLED_TIMELINE(at -> at.look(TaskStatus.COMPLETED, "timeline")),
        SETTLED_TODOS(at -> at.look(TaskStatus.COMPLETED, "todos")),
        SETTLED_CHANGES(at -> at.look(TaskStatus.COMPLETED, "changes")),
        SETTLED_PROMPT(at -> at.look(TaskStatus.COMPLETED, "prompt")),
        FAILED_PROMPT(at -> at.look(TaskStatus.FAILED, "prompt")),
        RUNNING_OUTPUT(at -> at.look(TaskStatus.RUNNING, "output")),
        RUNNING_TIMELINE(at -> at.look(TaskStatus.RUNNING, "timeline")),
        RUNNING_TODOS(at -> at.look(TaskStatus.RUNNING, "todos")),
        RUNNING_CHANGES(at -> at.look(TaskStatus.RUNNING, "changes")),
        RUNNING_PROMPT(at -> at.look(TaskStatus.RUNNING, "prompt")),
        REQUEST_UNFOLDED(at -> at.unfold("#attention-show")),
        QUESTION_UNFOLDED(at -> at.unfold("#attention-answer")),
        GROUPED(at -> at.look(TaskStatus.RUNNING, "output").group(3)),
        NO_MATCH(at -> at.type("agent:nobody")),
        FILTER_TYPED(at -> at.look(TaskStatus.RUNNING, "output").type("status:running"));

        private final Consumer<WindowAtRestTest> enter;

        State(Consumer<WindowAtRestTest> enter) {
            this.enter = enter;
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
            stage.getScene().addPostLayoutPulseListener(pulses::incrementAndGet);
            watched = connection();
            engine.watch(watched);
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @ParameterizedTest
    @EnumSource
    void noPulseComesWhileTheClockStandsStill(State state) {
        state.enter.accept(this);
        awaitRest();
        press("#theme");
        awaitRest();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NOTHING_SELECTED", "REQUEST_UNFOLDED", "GROUPED", "RUNNING_.*", "SETTLED_OUTPUT"},
            mode = Mode.MATCH_ANY)
    void aSecondThatPassesTakesAFewPulses(State state) {
        state.enter.accept(this);
        awaitRest();
        pulses.set(0);
        for (int i = 0; i < SECONDS; i++) {
            interact(() -> clock.set(clock.get().plusSeconds(1)));
            awaitStretch();
        }
        assertThat(pulses.get()).isLessThanOrEqualTo(MOST * SECONDS);
    }

    /** Returns when a stretch has passed without a pulse; a caret blinks for ten seconds. */
    private void awaitRest() {
        Await.until("nothing asks for a pulse", Duration.ofSeconds(20), () -> {
            pulses.set(0);
            awaitStretch();
            return pulses.get() == 0;
        });
    }

    private void awaitStretch() {
        long requests = watched.traffic().requests() + REQUESTS;
        Await.until("the server is listed", () -> watched.traffic().requests() > requests);
    }

    private WindowAtRestTest look(TaskStatus status, String tab) {
        TaskKey task = FxThread.ask(() -> engine.book().tasks().stream()
                .filter(there -> there.status() == status)
                .map(AgentTask::key)
                .findFirst()
                .orElseThrow());
        select(task);
        FxThread.until("its details are there", () -> stage.getScene().lookup("#detail-tabs") != null);
        interact(() -> {
            TabPane tabs = (TabPane) stage.getScene().lookup("#detail-tabs");
            tabs.getSelectionModel()
                    .select(tabs.getTabs().stream()
                            .filter(there -> there.getId().equals(tab + "-tab"))
                            .findFirst()
                            .orElseThrow());
        });
        return this;
    }

    private void select(TaskKey task) {
        interact(() -> window.goTo(task));
        FxThread.until("it is selected", () -> table().getSelectionModel().getSelectedIndex() >= 0);
    }

    private void selectSeveral() {
        interact(() -> table().getSelectionModel().selectRange(0, 3));
    }

    /** Whichever of the two was asked first. */
    private void unfold(String button) {
        FxThread.until("the strip is there", () -> node("#attention").isVisible());
        boolean other = FxThread.ask(() -> !node(button).getParent().isVisible());
        if (other) {
            press("#attention-next");
        }
        press(button);
    }

    private void group(int entry) {
        interact(() -> ((MenuButton) node("#group")).getItems().get(entry).fire());
    }

    private void type(String words) {
        interact(() -> {
            node("#filter").requestFocus();
            ((TextField) node("#filter")).setText(words);
        });
    }

    private Node node(String selector) {
        return stage.getScene().lookup(selector);
    }

    private TreeTableView<?> table() {
        return (TreeTableView<?>) node("#tasks");
    }
}
