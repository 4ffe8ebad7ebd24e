package taskglass.task.transcript;

import taskglass.task.TextCut;

/**
 * A text, cut to its beginning if it is long.
 *
 * @param length number of characters in the whole text
 */
public record ClippedText(String text, long length) {
    /** Characters kept of one text. A screenful is two thousand, and a tool may print millions. */
    public static final int MOST = 256 * 1024;

    public static final ClippedText EMPTY = new ClippedText("", 0);

    public static ClippedText of(String whole) {
        return whole.length() > MOST
                ? new ClippedText(TextCut.beginning(whole, MOST), whole.length())
                : new ClippedText(whole, whole.length());
    }

    /** Whether the end is missing. */
    public boolean cut() {
        return text.length() < length;
    }

    ClippedText plus(String more) {
        return cut() ? new ClippedText(text, length + more.length()) : of(text + more);
    }
}
