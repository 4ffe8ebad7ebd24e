package taskglass.demo;

import java.util.Locale;

/** Ids as OpenCode makes them, but counted: later ones sort after earlier ones, and each play makes the same. */
final class Ids {
    private long last = 0x2042_0000_0000L;

    /** An id of that kind: {@code msg}, {@code prt}, {@code per}, … */
    String next(String kind) {
        last += 0x10;
        return String.format(Locale.ROOT, "%s_%012x001Dm", kind, last);
    }
}
