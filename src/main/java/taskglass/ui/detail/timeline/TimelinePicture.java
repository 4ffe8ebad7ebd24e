package taskglass.ui.detail.timeline;

import java.time.Instant;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import taskglass.task.transcript.Part.Call;
import taskglass.ui.detail.output.CallText;
import taskglass.ui.detail.timeline.ChartColors.Use;

/**
 * Paints a lane per tool and a bar per call. Failed calls are notched; running ones have an open end. Only what is in
 * view is painted.
 */
final class TimelinePicture extends Region {
    static final double LANE = 20;
    private static final double NAMES = 88;
    private static final double COUNTS = 40;
    private static final double BAR = 12;
    private static final double EDGE = 4;
    private static final double THINNEST = 4;

    private final Canvas canvas = new Canvas();
    private final ChartColors chartColors = new ChartColors();
    private Lanes lanes = Lanes.of(java.util.List.of());
    private TimeAxis axis = TimeAxis.of(Instant.EPOCH, Instant.EPOCH, 1);
    private Optional<Call> chosen = Optional.empty();
    private Instant now = Instant.EPOCH;

    TimelinePicture() {
        getChildren().addAll(chartColors, canvas);
        chartColors.onChange(this::paint);
    }

    void show(Lanes lanesNow, Instant at) {
        lanes = lanesNow;
        now = at;
        lanes.begin().ifPresent(begin -> axis = axis.over(begin, lanes.end().orElse(now), track()));
        requestLayout();
        paint();
    }

    void choose(Optional<Call> call) {
        chosen = call;
        paint();
    }

    void zoom(double factor, double x) {
        axis = axis.zoomed(factor, x - NAMES);
        paint();
    }

    void move(double by) {
        axis = axis.moved(by);
        paint();
    }

    void whole() {
        axis = axis.zoomed(0, 0);
        paint();
    }

    double zoom() {
        return axis.zoom();
    }

    /** Moves the picture until a call is visible. */
    void reveal(Call call) {
        double x = axis.x(call.span().started().orElse(axis.begin()));
        if (x < 0 || x > track()) {
            move(x - track() / 2);
        }
    }

    /** The call at a point. If two overlap, the later one. */
    Optional<Call> at(double x, double y) {
        return lanes.calls().reversed().stream()
                .filter(call -> lanes.lane(call) == (int) (y / LANE))
                .filter(call -> x - NAMES >= left(call) - 2 && x - NAMES <= left(call) + width(call) + 2)
                .findFirst();
    }

    private double left(Call call) {
        return axis.x(call.span().started().orElse(axis.begin()));
    }

    private double width(Call call) {
        return Math.max(THINNEST, axis.x(call.span().ended().orElse(now)) - left(call));
    }

    private double track() {
        return Math.max(40, getWidth() - NAMES - COUNTS);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(1, lanes.tools().size()) * LANE;
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        axis = axis.over(axis.begin(), axis.begin().plus(axis.length()), track());
        paint();
    }

    private void paint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        g.setFont(Font.font("DejaVu Sans", 12));
        g.setTextBaseline(VPos.CENTER);
        for (int lane = 0; lane < lanes.tools().size(); lane++) {
            paintLane(g, lane);
        }
        g.save();
        g.beginPath();
        g.rect(NAMES, 0, track(), canvas.getHeight());
        g.clip();
        lanes.calls().forEach(call -> paintCall(g, call));
        g.restore();
    }

    private void paintLane(GraphicsContext g, int lane) {
        double y = lane * LANE + LANE / 2;
        String tool = lanes.tools().get(lane);
        g.setFill(chartColors.of(Use.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(tool, EDGE, y, NAMES - 12);
        g.setFill(chartColors.of(Use.TRACK));
        g.fillRoundRect(NAMES, y - BAR / 2, track(), BAR, 6, 6);
        g.setFill(chartColors.of(Use.MUTED));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(String.valueOf(lanes.counts().get(tool)), getWidth() - EDGE, y);
    }

    private void paintCall(GraphicsContext g, Call call) {
        double x = NAMES + left(call);
        double width = width(call);
        if (x + width < NAMES || x > NAMES + track()) {
            return;
        }
        double top = lanes.lane(call) * LANE + (LANE - BAR) / 2;
        g.setFill(chartColors.of(call.failed() ? Use.FAILED : CallText.going(call) ? Use.RUNNING : Use.DONE));
        if (CallText.going(call)) {
            openEnded(g, x, top, width);
        } else if (call.failed()) {
            notched(g, x, top, Math.max(8, width));
        } else {
            g.fillRoundRect(x, top, width, BAR, 4, 4);
        }
        if (chosen.filter(call::equals).isPresent()) {
            g.setStroke(chartColors.of(Use.FOCUS));
            g.setLineWidth(2);
            g.strokeRoundRect(x - 3, top - 3, Math.max(8, width) + 6, BAR + 6, 6, 6);
        }
    }

    /** A tip on the right: the call is still running. */
    private static void openEnded(GraphicsContext g, double x, double top, double width) {
        double body = Math.max(2, width - 6);
        g.fillPolygon(
                new double[] {x, x + body, x + body + 6, x + body, x},
                new double[] {top, top, top + BAR / 2, top + BAR, top + BAR},
                5);
    }

    /** Notched on both sides: the call failed. */
    private static void notched(GraphicsContext g, double x, double top, double width) {
        double bite = Math.min(4, width / 3);
        g.fillPolygon(
                new double[] {x, x + width, x + width - bite, x + width, x, x + bite},
                new double[] {top, top, top + BAR / 2, top + BAR, top + BAR, top + BAR / 2},
                6);
    }
}
