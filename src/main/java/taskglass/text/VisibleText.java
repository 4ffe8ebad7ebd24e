package taskglass.text;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows text from other authors without hiding any of it. Invisible characters get a visible form. If a text is too
 * long, its middle is replaced by the number of omitted characters.
 */
public final class VisibleText {
    private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    /** At least this many blanks in a row are replaced by their number. */
    private static final Pattern GAP = Pattern.compile(" {4,}|\t{2,}");

    /** In text of several lines, blanks indent, so only runs that would push a line out of view are replaced. */
    private static final Pattern WIDE_GAP = Pattern.compile(" {25,}|\t{5,}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Line breaks in a row to replace; up to three, which show two empty lines, are kept. */
    private static final Pattern BREAKS = Pattern.compile("\n{4,}");

    private static final Pattern BREAKS_IN_LINE = Pattern.compile("\n{2,}");

    private static final String[] CONTROLS =
            ("NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC "
                            + "FS GS RS US")
                    .split(" ");

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0x7F, "DEL"),
            Map.entry(0xA0, "NBSP"),
            Map.entry(0xAD, "SHY"),
            Map.entry(0x61C, "ALM"),
            Map.entry(0x200B, "ZWSP"),
            Map.entry(0x200C, "ZWNJ"),
            Map.entry(0x200D, "ZWJ"),
            Map.entry(0x200E, "LRM"),
            Map.entry(0x200F, "RLM"),
            Map.entry(0x202A, "LRE"),
            Map.entry(0x202B, "RLE"),
            Map.entry(0x202C, "PDF"),
            Map.entry(0x202D, "LRO"),
            Map.entry(0x202E, "RLO"),
            Map.entry(0x2060, "WJ"),
            Map.entry(0x2066, "LRI"),
            Map.entry(0x2067, "RLI"),
            Map.entry(0x2068, "FSI"),
            Map.entry(0x2069, "PDI"),
            Map.entry(0xFEFF, "BOM"));

    /** LRM, RLM and ALM, which appear in formatted numbers and amounts of right-to-left languages. */
    private static final Set<Integer> IN_NUMBERS = Set.of(0x200E, 0x200F, 0x61C);

    /** Letters and marks that are drawn as nothing. */
    private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private VisibleText() {}

    /**
     * The whole text in one line. A line break is ⏎, and many breaks or blanks in a row are replaced by their number.
     */
    public static String line(String text) {
        String breaks = counted(BREAK.matcher(text).replaceAll("\n"), BREAKS_IN_LINE, "⏎×%d ");
        String gaps = counted(counted(breaks, GAP, ""), Pattern.compile("\n"), "⏎ ");
        return marked(gaps.strip(), "⇥");
    }

    /** A name, in which blanks and breaks have no meaning. */
    public static String name(String text) {
        return line(BLANKS.matcher(text).replaceAll(" "));
    }

    /** The whole text line by line. */
    public static String lines(String text) {
        String breaks = counted(BREAK.matcher(text).replaceAll("\n"), BREAKS, "\n⏎×%d\n");
        return marked(counted(breaks, WIDE_GAP, ""), "    ");
    }

    /**
     * Shows only control characters and direction overrides, and keeps everything else as it is. For text within our own
     * sentences, and for texts in which all whitespace matters.
     */
    public static String asWritten(String text) {
        return text.codePoints().noneMatch(VisibleText::obeyed)
                ? text
                : text.codePoints()
                        .mapToObj(c -> obeyed(c) ? mark(c) : Character.toString(c))
                        .collect(Collectors.joining());
    }

    /** Whether a character changes the direction of the text or controls something. */
    private static boolean obeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> "\n\r\t".indexOf(character) < 0;
            case Character.FORMAT -> character != 0x200D && !IN_NUMBERS.contains(character);
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /**
     * The beginning and the end of a text longer than {@code most}, with the number of characters between them. What
     * the user sees as one character is not split.
     */
    public static String middle(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance();
        characters.setText(text);
        int head = characters.isBoundary(most / 2) ? most / 2 : characters.preceding(most / 2);
        int from = text.length() - most / 2;
        int tail = characters.isBoundary(from) ? from : characters.following(from);
        String more = Texts.of("text.more", text.codePointCount(head, tail));
        return text.substring(0, head) + " " + more + " " + text.substring(tail);
    }

    /** The number of characters, as {@link #middle} counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Replaces each match by its length, in the given form, or as blanks if the form is empty. */
    private static String counted(String text, Pattern run, String form) {
        return run.matcher(text).replaceAll(match -> {
            String mark = (match.group().startsWith("\t") ? "⇥" : "␣") + "×%d ";
            return Matcher.quoteReplacement(String.format(
                    Locale.ROOT,
                    form.isEmpty() ? " " + mark : form,
                    match.group().length()));
        });
    }

    private static String marked(String text, String tab) {
        StringBuilder marked = new StringBuilder(text.length());
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            int after = next < text.length() ? text.codePointAt(next) : 0;
            if (character == '\t') {
                marked.append(tab);
            } else if (character == '\n' || !hidden(character) || joins(before, character, after)) {
                marked.appendCodePoint(character);
            } else {
                marked.append(mark(character));
            }
            before = character;
        }
        return marked.toString();
    }

    private static boolean hidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> character != ' ';
            default -> BLANK_LETTERS.indexOf(character) >= 0 || selects(character);
        };
    }

    private static boolean selects(int character) {
        return (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF)
                || (character >= 0x180B && character <= 0x180F);
    }

    /** Whether it only combines its neighbours into one picture, as in the emoji of a family. */
    private static boolean joins(int before, int character, int after) {
        boolean picture = Character.isEmoji(before) || Character.isEmojiModifier(before) || before == 0xFE0F;
        return picture && (character == 0xFE0F || (character == 0x200D && Character.isExtendedPictographic(after)));
    }

    private static String mark(int character) {
        String name = character < CONTROLS.length
                ? CONTROLS[character]
                : NAMES.getOrDefault(character, String.format(Locale.ROOT, "U+%04X", character));
        return "⟨" + name + "⟩";
    }
}
