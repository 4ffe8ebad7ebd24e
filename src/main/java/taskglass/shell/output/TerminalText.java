package taskglass.shell.output;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Text for a terminal: nothing in it may move the cursor, and some characters are two columns wide. */
public final class TerminalText {
    private static final String ELLIPSIS = "…";

    /** Turns the character before it into an emoji. */
    private static final int EMOJI_LOOK = 0xFE0F;

    /**
     * Matches terminal control sequences: strings such as a title, with their terminators; cursor movements and colors;
     * short commands. Of a string without a terminator, only the introducer is removed, with the control characters.
     */
    private static final Pattern SEQUENCE = Pattern.compile(
            "(?:\u001b[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\\\|\u009c)"
                    + "|(?:\u001b\\[|\u009b)[0-?]*[ -/]*[@-~]"
                    + "|\u001b[ -/]*[0-Z\\\\^-~]");

    private TerminalText() {}

    /**
     * Turns text of others into one line without terminal control characters and without characters that change the
     * text direction.
     */
    public static String plain(String text) {
        return harmless(SEQUENCE.matcher(text)
                        .replaceAll("")
                        .codePoints()
                        .map(c -> Character.isWhitespace(c) ? ' ' : c))
                .strip();
    }

    /**
     * Filters everything that goes to a terminal, whoever wrote it: removes the same characters, but keeps the lines.
     */
    public static String lines(String text) {
        return SEQUENCE.matcher(text)
                .replaceAll("")
                .lines()
                .map(line -> harmless(line.codePoints().map(c -> c == '\t' ? ' ' : c)))
                .collect(Collectors.joining("\n"));
    }

    private static String harmless(IntStream letters) {
        return letters.filter(TerminalText::harmless)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> c == 0x200D; // joins emoji
            default -> true;
        };
    }

    /** Returns how many columns the text takes. */
    static int width(String text) {
        return letters(text).stream().mapToInt(TerminalText::widthOfLetter).sum();
    }

    /**
     * Splits a text into what a reader sees as single characters. One may be several code points: a flag, a family, a
     * letter with its marks.
     */
    private static List<String> letters(String text) {
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> letters = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            letters.add(text.substring(from, to));
            from = to;
        }
        return letters;
    }

    private static int widthOfLetter(String letter) {
        boolean emoji = letter.codePoints().anyMatch(c -> c == EMOJI_LOOK || Character.isEmojiPresentation(c));
        return emoji ? 2 : letter.codePoints().map(TerminalText::width).max().orElse(0);
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
            return 0;
        }
        boolean wide = Character.isIdeographic(c)
                || (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0x303E)
                || (c >= 0x3041 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6);
        return wide ? 2 : 1;
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Keeps the beginning if the text is longer than that many columns. */
    static String cut(String text, int columns) {
        return width(text) <= columns ? text : kept(letters(text), columns).stripTrailing() + ELLIPSIS;
    }

    /** Keeps the end if the text is longer than that many columns: the most useful part of a path. */
    static String cutFront(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        List<String> kept = new ArrayList<>();
        int left = columns - 1;
        for (String letter : letters(text).reversed()) {
            left -= widthOfLetter(letter);
            if (left < 0) {
                break;
            }
            kept.addFirst(letter);
        }
        return ELLIPSIS + String.join("", kept).stripLeading();
    }

    private static String kept(List<String> letters, int columns) {
        StringBuilder kept = new StringBuilder();
        int left = columns - 1;
        for (String letter : letters) {
            left -= widthOfLetter(letter);
            if (left < 0) {
                break;
            }
            kept.append(letter);
        }
        return kept.toString();
    }
}
