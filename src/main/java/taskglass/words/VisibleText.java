package taskglass.words;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text that somebody else wrote, so that nothing of it is hidden from whoever reads it: what has no shape of its own gets one,
 * and where it is too long, its middle gives way and says how much of it there is.
 */
public final class VisibleText {
    private static final Pattern BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    /** So many blanks side by side, and no fewer, are told as a number. */
    private static final Pattern GAP = Pattern.compile(" {4,}|\t{2,}");

    /** Over several lines they indent, so only those are that would push a line out of sight. */
    private static final Pattern WIDE_GAP = Pattern.compile(" {25,}|\t{5,}");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** Of breaks side by side, three show two empty lines. */
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

    /** LRM, RLM and ALM, which stand in numbers and sums of money of languages that are read from the right. */
    private static final Set<Integer> IN_NUMBERS = Set.of(0x200E, 0x200F, 0x61C);

    /** Letters and marks that are painted as nothing. */
    private static final String BLANK_LETTERS = "\u034F\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    private VisibleText() {}

    /** All of it in one line: a break is ⏎, and of many breaks or blanks side by side their number is told. */
    public static String line(String text) {
        String breaks = counted(BREAK.matcher(text).replaceAll("\n"), BREAKS_IN_LINE, "⏎×%d ");
        String gaps = counted(counted(breaks, GAP, ""), Pattern.compile("\n"), "⏎ ");
        return marked(gaps.strip(), "⇥");
    }

    /** A name, in which blanks and breaks tell nothing. */
    public static String name(String text) {
        return line(BLANKS.matcher(text).replaceAll(" "));
    }

    /** All of it line by line. */
    public static String lines(String text) {
        String breaks = counted(BREAK.matcher(text).replaceAll("\n"), BREAKS, "\n⏎×%d\n");
        return marked(counted(breaks, WIDE_GAP, ""), "    ");
    }

    /**
     * As it is, but for controls and what turns text around: for all that stands within our own sentences, and for texts of
     * which every blank counts.
     */
    public static String asWritten(String text) {
        return text.codePoints().noneMatch(VisibleText::obeyed)
                ? text
                : text.codePoints()
                        .mapToObj(c -> obeyed(c) ? mark(c) : Character.toString(c))
                        .collect(Collectors.joining());
    }

    /** Whether it turns the text around it, or is obeyed rather than shown. */
    private static boolean obeyed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> "\n\r\t".indexOf(character) < 0;
            case Character.FORMAT -> character != 0x200D && !IN_NUMBERS.contains(character);
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /**
     * Its beginning and its end with the number of characters between them, where it is longer than {@code most}; what a
     * person takes for one character is not cut.
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
        String more = Words.of("text.more", text.codePointCount(head, tail));
        return text.substring(0, head) + " " + more + " " + text.substring(tail);
    }

    /** How many characters it has, as {@link #middle} counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Tells of each run how long it is, in that form, or as blanks. */
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

    /** Whether it only makes one picture of its neighbours, as in the emoji of a family. */
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
