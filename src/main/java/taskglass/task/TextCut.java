package taskglass.task;

import java.text.BreakIterator;
import java.util.Locale;

/** Truncates text between what the user sees as characters, never within one. */
public final class TextCut {
    /** The maximum length of one such character. A longer pile of combining marks does not count as a character. */
    private static final int NEAR = 256;

    private TextCut() {}

    /** Returns the beginning of a text, with at most {@code most} {@code char}s. */
    public static String beginning(String text, int most) {
        return text.length() > most ? text.substring(0, at(text, most)) : text;
    }

    /** Returns the beginning of a text, followed by an ellipsis if something is missing. */
    public static String shortened(String text, int most) {
        return text.length() > most ? beginning(text, most) + "…" : text;
    }

    /** Returns the last position, at or before this one, where a text may be cut. */
    public static int at(String text, int place) {
        int from = Math.max(0, place - NEAR);
        int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.substring(start, Math.min(text.length(), place + NEAR)));
        int near = place - start;
        int at = characters.isBoundary(near) ? near : characters.preceding(near);
        return at > 0 || start == 0 ? start + Math.max(0, at) : betweenPairs(text, place);
    }

    private static int betweenPairs(String text, int place) {
        return Character.isLowSurrogate(text.charAt(place)) ? place - 1 : place;
    }
}
