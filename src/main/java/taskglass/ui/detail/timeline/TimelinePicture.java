package taskglass.ui.detail.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Span;
import taskglass.ui.detail.output.CallText;
import taskglass.ui.detail.timeline.ChartColors.Use;

/**
 * Paints the lanes with a bar per call. Failed calls are notched; running ones have an open end. Only what is in
 * view is painted.
 */
final class TimelinePicture extends Region {
    static final double LANE = 20;
    private static final double HIGHEST_LANE = 28;
    private static final double LEAST_NAMES = 96;
    private static final double MOST_NAMES = 180;
    private static final double COUNTS = 40;
    private static final double EDGE = 4;
    private static final double INDENT = 10;
    private static final double GAP = 8;
    private static final Font FONT = Font.font("DejaVu Sans", 12);
    private static final double THINNEST = 4;
    private static final double THINNEST_OF_SUBAGENT = 2;
    private static final double GAP_OF_CALLS = 1;

    private final Canvas canvas = new Canvas();
    private final ChartColors chartColors = new ChartColors();
    private final TimeScale scale = new TimeScale();
    private final FittingText fitting = new FittingText(FONT);
    private Lanes lanes = Lanes.of(List.of(), List.of());
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
        axis = axis.zoomed(factor, x - names());
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

    /** The call at a point. If two touch, the later one. */
    Optional<Call> at(double x, double y) {
        return lane(y).stream()
                .flatMap(lane -> lane.calls().reversed().stream())
                .filter(call -> x - names() >= left(call) - 2 && x - names() <= left(call) + width(call) + 2)
                .findFirst();
    }

    /** The subagent in whose lane a point is. */
    Optional<Subagent> subagentAt(double y) {
        return lane(y).flatMap(Lane::subagent);
    }

    private Optional<Lane> lane(double y) {
        int row = (int) (y / laneHeight());
        return row >= 0 && row < lanes.rows().size() ? Optional.of(lanes.rows().get(row)) : Optional.empty();
    }

    /** The time axis, to be placed above the picture with the same width. */
    TimeScale scale() {
        return scale;
    }

    private double left(Call call) {
        return left(call.span());
    }

    private double left(Span time) {
        return axis.x(time.started().orElse(axis.begin()));
    }

    private double width(Call call) {
        return Math.max(THINNEST, axis.x(call.span().ended().orElse(now)) - left(call));
    }

    /** The width of a subagent's call. Most are short and many: a gap shows where one ends. */
    private double length(Span time) {
        return Math.max(THINNEST_OF_SUBAGENT, axis.x(time.ended().orElse(now)) - left(time) - GAP_OF_CALLS);
    }

    private double track() {
        return Math.max(40, getWidth() - names() - COUNTS);
    }

    /** The width of the names: a quarter of a wide pane, but never so little that they tell nothing. */
    private double names() {
        return Math.clamp(getWidth() / 4, LEAST_NAMES, MOST_NAMES);
    }

    /** The lanes share the height of the pane, within limits. */
    private double laneHeight() {
        return Math.clamp(getHeight() / Math.max(1, lanes.rows().size()), LANE, HIGHEST_LANE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(1, lanes.rows().size()) * LANE;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
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
        g.setFont(FONT);
        g.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < lanes.rows().size(); row++) {
            paintLane(g, lanes.rows().get(row), middle(row));
        }
        g.save();
        g.beginPath();
        g.rect(names(), 0, track(), canvas.getHeight());
        g.clip();
        paintGrid(g);
        for (int row = 0; row < lanes.rows().size(); row++) {
            double top = middle(row) - BarShapes.HEIGHT / 2;
            lanes.rows().get(row).subagent().ifPresent(subagent -> paintSubagent(g, subagent, top));
            lanes.rows().get(row).calls().forEach(call -> paintCall(g, call, top));
        }
        g.restore();
        scale.paint(axis, chartColors, names());
    }

    private double middle(int row) {
        return (row + 0.5) * laneHeight();
    }

    private void paintLane(GraphicsContext g, Lane lane, double y) {
        double indent = EDGE + lane.depth() * INDENT;
        g.setFill(chartColors.of(lane.subagent().isPresent() ? Use.MUTED : Use.TEXT));
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(fitting.of(lane.name(), names() - GAP - indent), indent, y);
        g.setFill(chartColors.of(Use.TRACK));
        g.fillRoundRect(names(), y - BarShapes.HEIGHT / 2, track(), BarShapes.HEIGHT, 6, 6);
        g.setFill(chartColors.of(Use.MUTED));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(lane.count(), getWidth() - EDGE, y);
    }

    private void paintGrid(GraphicsContext g) {
        g.setFill(chartColors.of(Use.GRID));
        double bottom = lanes.rows().size() * laneHeight();
        TimeScale.ticks(axis).forEach(at -> g.fillRect(Math.floor(names() + axis.x(at)), 0, 1, bottom));
    }

    /** A thin bar over the time of its run, with a bar for each call. */
    private void paintSubagent(GraphicsContext g, Subagent subagent, double top) {
        double x = names() + axis.x(subagent.started());
        double end = names() + axis.x(subagent.ended().orElse(now));
        Use use = subagent.failed() ? Use.FAILED : subagent.ended().isEmpty() ? Use.RUNNING : Use.DONE;
        g.setFill(chartColors.of(use));
        g.fillRect(x, top + BarShapes.HEIGHT - 3, Math.max(THINNEST, end - x), 3);
        subagent.calls().forEach(call -> g.fillRect(names() + left(call), top, length(call), BarShapes.HEIGHT));
    }

    private void paintCall(GraphicsContext g, Call call, double top) {
        double x = names() + left(call);
        double width = width(call);
        if (x + width < names() || x > names() + track()) {
            return;
        }
        g.setFill(chartColors.of(call.failed() ? Use.FAILED : CallText.going(call) ? Use.RUNNING : Use.DONE));
        if (CallText.going(call)) {
            BarShapes.openEnded(g, x, top, width);
        } else if (call.failed()) {
            BarShapes.notched(g, x, top, Math.max(8, width));
        } else {
            BarShapes.whole(g, x, top, width);
        }
        if (chosen.filter(call::equals).isPresent()) {
            g.setStroke(chartColors.of(Use.FOCUS));
            BarShapes.frame(g, x, top, Math.max(8, width));
        }
    }
}
