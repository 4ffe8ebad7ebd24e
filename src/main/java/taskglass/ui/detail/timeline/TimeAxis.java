package taskglass.ui.detail.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Maps moments to positions on a picture: a period of time over a width in pixels, of which a part is visible.
 * @param zoom how many times wider than the picture the whole period is, 1 or more
 * @param from the left edge of the visible part, as a fraction of the whole, 0 to 1 - 1 / zoom
 */
record TimeAxis(Instant begin, Duration length, double width, double zoom, double from) {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final double MOST = 1000;
    private static final List<Duration> STEPS = Stream.concat(
                    Stream.concat(
                            LongStream.of(1, 2, 5, 10, 15, 30).mapToObj(Duration::ofSeconds),
                            LongStream.of(1, 2, 5, 10, 15, 30).mapToObj(Duration::ofMinutes)),
                    LongStream.of(1, 2, 3, 6, 12).mapToObj(Duration::ofHours))
            .toList();

    static TimeAxis of(Instant begin, Instant end, double width) {
        Duration length = Duration.between(begin, end);
        return new TimeAxis(begin, length.compareTo(SHORTEST) < 0 ? SHORTEST : length, width, 1, 0);
    }

    double x(Instant at) {
        double part = Duration.between(begin, at).toMillis() / (double) length.toMillis();
        return (part - from) * zoom * width;
    }

    /** The moments to label in the visible part: at whole seconds, minutes or hours, this many pixels apart or more. */
    List<Instant> ticks(double apart, ZoneOffset zone) {
        long step = step(apart).toSeconds();
        double visible = length.toMillis() / 1000.0 / zoom;
        double first = begin.toEpochMilli() / 1000.0 + from * length.toMillis() / 1000.0;
        long shift = zone.getTotalSeconds();
        long at = Math.ceilDiv((long) Math.ceil(first) + shift, step) * step - shift;
        return LongStream.iterate(at, moment -> moment <= first + visible, moment -> moment + step)
                .mapToObj(Instant::ofEpochSecond)
                .toList();
    }

    /** The time between two labels. */
    Duration step(double apart) {
        double least = apart * length.toMillis() / 1000.0 / (zoom * width);
        return STEPS.stream()
                .filter(step -> step.toSeconds() >= least)
                .findFirst()
                .orElseGet(() -> Duration.ofDays((long) Math.ceil(least / 86_400)));
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
