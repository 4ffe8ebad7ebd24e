package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import taskglass.engine.Engine;
import taskglass.engine.QuickEngine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.Pulses;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.task.TaskStatus;

/**
 * In whatever state a window is left, JavaFX makes no pulse while its clock stands still, nor for a second that passes where
 * nothing on the screen changes with it: a layout that asks for the next one, or an animation that goes on, makes sixty a
 * second. The server is listed meanwhile.
 */
@Tag("slow")
class WindowAtRestTest extends WindowSteps {
    /** A few listings. */
    private static final int REQUESTS = 10;

    /** What is told of silence, and the line of calls, change at each fifth. */
    private static final int SECONDS = 6;

    /** A frame for twelve rows that tick, one for the rest, and the empty pulse that JavaFX makes after it has painted. */
    private static final int MOST = 3;

    private static final int QUIET_MINUTES = 7;

    private final AtomicLong diffs = new AtomicLong();

    private Pulses pulses;
    private Connection watched;

    /** How a person leaves the window. */
    @SuppressWarnings("ImmutableEnumChecker") // what is done has no state
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
        SEARCH_OPEN(at -> at.look(TaskStatus.RUNNING, "output").search("the")),
        PROMPT_TYPED(at -> at.look(TaskStatus.COMPLETED, "output").draft("half a thought")),
        REQUEST_UNFOLDED(at -> at.unfold("#attention-show")),
        QUESTION_UNFOLDED(at -> at.unfold("#attention-answer")),
        GROUPED(at -> at.look(TaskStatus.RUNNING, "output").group(3)),
        NO_MATCH(at -> at.type("agent:nobody")),
        BUG_REPORTED(at -> at.interact(() -> at.window.tellBug(new IllegalStateException("boom")))),
        FILTER_TYPED(at -> at.look(TaskStatus.RUNNING, "output").type("status:running")),
        PALETTE(at -> at.open(KeyCode.K, ".palette")),
        KEYS(at -> at.open(KeyCode.F1, ".keys")),
        LAUNCH(at -> at.open(KeyCode.N, ".launch")),
        SETTINGS(at -> at.open(KeyCode.COMMA, ".settings")),
        SETTINGS_SERVERS(at -> at.openSettings(1)),
        SETTINGS_PERMISSIONS(at -> at.openSettings(2)),
        QUIET_TASKS(at -> at.look(TaskStatus.RUNNING, "output").pass(QUIET_MINUTES)),
        UNDO_COUNTS_DOWN(WindowAtRestTest::archive),
        RENAMING(at -> at.look(TaskStatus.RUNNING, "output").rename()),
        SERVERS_GONE(at -> at.look(TaskStatus.RUNNING, "output").goAway()),
        SERVER_PAGE(WindowAtRestTest::openPage);

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<WindowAtRestTest> enter;

        State(Consumer<WindowAtRestTest> enter) {
            this.enter = enter;
        }
    }

    /** Where nothing that runs is in view. */
    @SuppressWarnings("ImmutableEnumChecker") // the same
    enum Settled {
        FILTER(at -> at.type("status:failed")), // of the demo, none stands below one that runs
        NO_MATCH(at -> at.type("agent:nobody")),
        SELECTED_OUTPUT(at -> at.type("status:failed").look(TaskStatus.FAILED, "output")),
        SELECTED_TIMELINE(at -> at.type("status:failed").look(TaskStatus.FAILED, "timeline")),
        SELECTED_TODOS(at -> at.type("status:failed").look(TaskStatus.FAILED, "todos")),
        SELECTED_CHANGES(at -> at.type("status:failed").look(TaskStatus.FAILED, "changes")),
        SELECTED_PROMPT(at -> at.type("status:failed").look(TaskStatus.FAILED, "prompt"));

        @SuppressWarnings("ImmutableEnumChecker") // it holds nothing
        private final Consumer<WindowAtRestTest> enter;

        Settled(Consumer<WindowAtRestTest> enter) {
            this.enter = enter;
        }
    }

    @Override
    DesktopAccess desktop() {
        return new DesktopAccess(document -> {}, waiting -> {}, Duration.millis(100));
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
            pulses = new Pulses(stage.getScene());
            watched = connection();
            engine.onDiff(_ -> diffs.incrementAndGet());
            engine.watch(watched);
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SERVER_PAGE", "SERVERS_GONE"},
            mode = Mode.EXCLUDE) // nothing is listed there
    void noPulseComesWhileTheClockStandsStill(State state) {
        state.enter.accept(this);
        int light = pulsesOfAStretch();
        press("#theme");
        assertThat(light + pulsesOfAStretch()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aSecondThatPassesTakesAFrameAndTheEmptyPulseAfterIt(State state) {
        state.enter.accept(this);
        List<Integer> light = seconds();
        press("#theme");
        int made = Stream.concat(light.stream(), seconds().stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(made).isLessThanOrEqualTo(2 * SECONDS * MOST);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "SELECTED.*")
    void aSecondTakesNoPulseWhereNothingTellsATime(Settled state) {
        assertThat(settledSeconds(state)).containsOnly(0);
    }

    /** Its details tell two ages, in minutes or tens of seconds. */
    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_ALL, names = "SELECTED.*")
    void ofASelectedRowThatHasSettledASecondTakesAPulseOnlyWhereAnAgeChanges(Settled state) {
        assertThat(settledSeconds(state).stream().filter(made -> made > 0)).hasSizeLessThanOrEqualTo(2 * 2);
    }

    @Test
    void whileItsServerIsGoneASecondTakesAPulseOnlyWhereAMinuteIsOver() {
        State.SERVERS_GONE.enter.accept(this);
        assertThat(seconds().stream().filter(made -> made > 0)).hasSizeLessThanOrEqualTo(1);
    }

    private List<Integer> settledSeconds(Settled state) {
        answerAll();
        awaitToastsGone();
        state.enter.accept(this);
        List<Integer> light = seconds();
        press("#theme");
        return Stream.concat(light.stream(), seconds().stream()).toList();
    }

    /** What was answered has ended, and is told for eight seconds. */
    private void awaitToastsGone() {
        FxThread.until("no toast is shown", () -> {
            clock.set(clock.get().plusSeconds(1));
            return node(".toast") == null;
        });
    }

    /** How many pulses each took. */
    private List<Integer> seconds() {
        pulses.untilRest();
        return Stream.generate(this::second).limit(SECONDS).toList();
    }

    private int second() {
        interact(() -> clock.set(clock.get().plusSeconds(1)));
        return pulses.untilRest();
    }

    /** While the server is listed a few times and tells nothing new: what it tells is shown. */
    private int pulsesOfAStretch() {
        Await.until("nothing changes for a stretch", () -> {
            long before = diffs.get();
            pulses.untilRest();
            awaitStretch();
            return diffs.get() == before;
        });
        return pulses.made();
    }

    /** It is counted down for eight seconds, and undoing begins that anew. */
    private void archive() {
        look(TaskStatus.COMPLETED, "output");
        interact(() -> Event.fireEvent(
                node("#tasks"), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, false, false, false, false)));
        FxThread.until("it counts down", () -> node(".leaving-seconds") != null);
    }

    private void awaitStretch() {
        long requests = watched.traffic().requests() + REQUESTS;
        Await.until("the server is listed", () -> watched.traffic().requests() > requests);
    }

    /** It is in the way once no other server is watched. */
    private void openPage() {
        interact(() -> {
            engine.serverControl().drop(watched.server());
            engine.watch(new Connection(new Endpoint(nowhere(), Optional.empty())));
        });
        FxThread.until(
                "the page says so",
                () -> node("#retry") != null && node("#retry").isVisible());
    }
}
