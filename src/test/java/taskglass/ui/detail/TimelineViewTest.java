package taskglass.ui.detail;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.Part.Call;

/** The timeline under the mouse wheel. */
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

    private double zoomAfter(ScrollEvent wheel) {
        return FxThread.ask(() -> {
            picture.fireEvent(wheel);
            return picture.zoom();
        });
    }

    private static TimelinePicture picture() {
        TimelineView view = new TimelineView(new SimpleObjectProperty<>(SampleLog.THEN.plusSeconds(31)));
        Scene scene = new Scene(view.root(), 600, 400);
        view.show(
                SampleLog.everything().parts().stream()
                        .filter(Call.class::isInstance)
                        .map(Call.class::cast)
                        .toList(),
                "");
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
