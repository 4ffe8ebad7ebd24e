package taskglass.task;

import java.text.BreakIterator;
import java.util.Locale;

/** Where a text may be cut: between two of what a person takes for one character, and never within. */
public final class Cut {
    /** What one such character may be long; somebody may have piled up more marks than that, which is no character. */
    private static final int NEAR = 256;

    private Cut() {}

    /** The beginning of a text, of at most so many {@code char}s. */
    public static String beginning(String text, int most) {
        return text.length() > most ? text.substring(0, at(text, most)) : text;
    }

    /** The same, with an ellipsis behind it where something is missing. */
    public static String shortened(String text, int most) {
        return text.length() > most ? beginning(text, most) + "…" : text;
    }

    /** The last place, at or before this one, where a text may be cut. */
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
