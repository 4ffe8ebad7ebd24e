package taskglass.shell;

import java.util.PrimitiveIterator;

/** Text as it stands on a terminal: nothing in it may move the cursor, and some letters are two columns wide. */
final class Text {
    private static final String ELLIPSIS = "…";

    private Text() {}

    /** Somebody else's text on one line: what controls a terminal, or turns the direction of text, is left out. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(Text::harmless)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> c == 0x200D; // joins emoji
            default -> true;
        };
    }

    /** How many columns it takes. */
    static int width(String text) {
        return text.codePoints().map(Text::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || c == 0x200D) {
            return 0;
        }
        boolean wide = Character.isIdeographic(c)
                || (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x3000 && c <= 0x30FF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xFF01 && c <= 0xFF60)
                || (c >= 0x1F300 && c <= 0x1FAFF);
        return wide ? 2 : 1;
    }

    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /** Its beginning, where it is longer than so many columns. */
    static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int left = columns - 1;
        for (PrimitiveIterator.OfInt letters = text.codePoints().iterator(); letters.hasNext(); ) {
            int c = letters.nextInt();
            left -= width(c);
            if (left < 0) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString().stripTrailing() + ELLIPSIS;
    }

    /** Its end, where it is longer than so many columns: of a path, the part that tells most. */
    static String cutFront(String text, int columns) {
        String backwards = new StringBuilder(text).reverse().toString();
        String cut = cut(backwards, columns);
        return new StringBuilder(cut).reverse().toString();
    }
}
