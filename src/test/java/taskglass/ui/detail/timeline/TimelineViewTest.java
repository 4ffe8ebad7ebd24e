package taskglass.ui.detail.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.transcript.Part.Call;
import taskglass.ui.detail.SampleLog;

/** The timeline under the mouse wheel, and what it costs while time passes. */
class TimelineViewTest {
    private final TimelinePicture picture = FxThread.ask(TimelineViewTest::picture);

    @Test
    void theWheelZoomsWhileControlIsHeld() {
        assertThat(zoomAfter(wheel(40, true))).isGreaterThan(1);
    }

    @Test
    void theWheelBackShowsTheWholeAgain() {
        zoomAfter(wheel(40, true));
        assertThat(zoomAfter(wheel(-40, true))).isEqualTo(1);
    }

    @Test
    void theWheelAloneDoesNotZoom() {
        assertThat(zoomAfter(wheel(40, false))).isEqualTo(1);
    }

    @Test
    void inViewItIsPaintedEachSecondWhileACallGoesOn() {
        assertThat(paintedIn(5, view -> {})).isEqualTo(5);
    }

    @Test
    void whileAnotherTabIsInViewItIsNotPainted() {
        assertThat(paintedIn(5, view -> view.root().getParent().setVisible(false)))
                .isZero();
    }

    /** How often it was, as the time to which it reaches tells. */
    private static int paintedIn(int seconds, Consumer<TimelineView> before) {
        return FxThread.ask(() -> {
            SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(SampleLog.THEN.plusSeconds(31));
            TimelineView view = new TimelineView(clock);
            Scene scene = new Scene(new StackPane(new StackPane(view.root())), 600, 400);
            view.show(calls(), "");
            before.accept(view);
            AtomicInteger painted = new AtomicInteger();
            ((Label) scene.lookup(".caption"))
                    .textProperty()
                    .addListener((source, was, is) -> painted.incrementAndGet());
            for (int i = 0; i < seconds; i++) {
                clock.set(clock.get().plusSeconds(1));
            }
            return painted.get();
        });
    }

    private static List<Call> calls() {
        return SampleLog.everything().parts().stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
    }

    private double zoomAfter(ScrollEvent wheel) {
        return FxThread.ask(() -> {
            picture.fireEvent(wheel);
            return picture.zoom();
        });
    }

    private static TimelinePicture picture() {
        TimelineView view = new TimelineView(new SimpleObjectProperty<>(SampleLog.THEN.plusSeconds(31)));
        Scene scene = new Scene(view.root(), 600, 400);
        view.show(calls(), "");
        scene.snapshot(null);
        return (TimelinePicture) view.root().lookup("#timeline");
    }

    private static ScrollEvent wheel(double by, boolean control) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                200,
                10,
                200,
                10,
                false,
                control,
                false,
                false,
                true,
                false,
                0,
                by,
                0,
                by,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }
}
