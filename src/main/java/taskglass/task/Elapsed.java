package taskglass.task;

import java.time.Duration;

/** A length of time in the words that rows, toasts and messages share: {@code 1h 2m 3s}, {@code 2m 3s}, {@code 3s}. */
public final class Elapsed {
    private Elapsed() {}

    /** Whole seconds, rounded down; what is negative counts as none. */
    public static String words(Duration length) {
        long seconds = Math.max(0, length.toSeconds());
        long hours = seconds / 3600;
        long minutes = seconds / 60 % 60;
        String rest = seconds % 60 + "s";
        if (hours > 0) {
            return hours + "h " + minutes + "m " + rest;
        }
        return minutes > 0 ? minutes + "m " + rest : rest;
    }
}
