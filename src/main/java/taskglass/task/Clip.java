package taskglass.task;

/**
 * A text, cut to its beginning if it is long.
 *
 * @param length number of characters in the whole text
 */
public record Clip(String text, long length) {
    /** Characters kept of one text. A screenful is two thousand, and a tool may print millions. */
    public static final int MOST = 256 * 1024;

    public static final Clip EMPTY = new Clip("", 0);

    public static Clip of(String whole) {
        return whole.length() > MOST
                ? new Clip(Cut.beginning(whole, MOST), whole.length())
                : new Clip(whole, whole.length());
    }

    /** Whether the end is missing. */
    public boolean cut() {
        return text.length() < length;
    }

    Clip plus(String more) {
        return cut() ? new Clip(text, length + more.length()) : of(text + more);
    }
}
