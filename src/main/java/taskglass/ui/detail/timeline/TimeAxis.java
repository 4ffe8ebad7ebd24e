package taskglass.ui.detail.timeline;

import java.time.Duration;
import java.time.Instant;

/**
 * Maps moments to positions on a picture: a period of time over a width in pixels, of which a part is visible.
 * @param zoom how many times wider than the picture the whole period is, 1 or more
 * @param from the left edge of the visible part, as a fraction of the whole, 0 to 1 - 1 / zoom
 */
record TimeAxis(Instant begin, Duration length, double width, double zoom, double from) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final double MOST = 1000;

    static TimeAxis of(Instant begin, Instant end, double width) {
        Duration length = Duration.between(begin, end);
        return new TimeAxis(begin, length.compareTo(SHORTEST) < 0 ? SHORTEST : length, width, 1, 0);
    }

    double x(Instant at) {
        double part = Duration.between(begin, at).toMillis() / (double) length.toMillis();
        return (part - from) * zoom * width;
    }

    /** The same period at another zoom, with the moment at {@code x} kept in place. */
    TimeAxis zoomed(double factor, double x) {
        double now = Math.clamp(zoom * factor, 1, MOST);
        double held = from + x / (zoom * width);
        return new TimeAxis(begin, length, width, now, within(held - x / (now * width), now));
    }

    /** Moved by this many pixels. */
    TimeAxis moved(double by) {
        return new TimeAxis(begin, length, width, zoom, within(from + by / (zoom * width), zoom));
    }

    /** The same zoom and position for another period or another width. */
    TimeAxis over(Instant newBegin, Instant newEnd, double newWidth) {
        TimeAxis plain = of(newBegin, newEnd, newWidth);
        return new TimeAxis(plain.begin, plain.length, newWidth, zoom, within(from, zoom));
    }

    private static double within(double from, double zoom) {
        return Math.clamp(from, 0, 1 - 1 / zoom);
    }
}
