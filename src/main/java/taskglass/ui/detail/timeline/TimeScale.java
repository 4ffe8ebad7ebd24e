package taskglass.ui.detail.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import taskglass.ui.detail.timeline.ChartColors.Use;

/** The time axis above the lanes: labels at whole seconds, minutes or hours. Stays in view while the lanes scroll. */
final class TimeScale extends Region {
    private static final double HEIGHT = 18;
    private static final double APART = 72;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private final Canvas canvas = new Canvas(0, HEIGHT);

    TimeScale() {
        setId("timeline-scale");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().add(canvas);
    }

    static List<Instant> ticks(TimeAxis axis) {
        return axis.ticks(APART, zone(axis));
    }

    private static ZoneOffset zone(TimeAxis axis) {
        return ZoneId.systemDefault().getRules().getOffset(axis.begin());
    }

    /** @param left where the axis begins in this region */
    void paint(TimeAxis axis, ChartColors colors, double left) {
        canvas.setWidth(getWidth());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        g.setFont(Font.font("DejaVu Sans", 11));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(colors.of(Use.MUTED));
        DateTimeFormatter form = axis.step(APART).compareTo(Duration.ofMinutes(1)) < 0 ? SECONDS : MINUTES;
        for (Instant at : ticks(axis)) {
            g.fillText(form.format(at.atOffset(zone(axis))), left + axis.x(at), HEIGHT / 2);
        }
    }
}
