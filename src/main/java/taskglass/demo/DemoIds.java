package taskglass.demo;

import java.util.Locale;

/**
 * Makes ids in OpenCode's format, but by counting: later ids sort after earlier ones, and each run makes the same ones.
 */
final class DemoIds {
    private long last = 0x2042_0000_0000L;

    /** Returns the next id of that kind: {@code msg}, {@code prt}, {@code per}, … */
    String next(String kind) {
        last += 0x10;
        return String.format(Locale.ROOT, "%s_%012x001Dm", kind, last);
    }
}
