package taskglass.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Returns the first line of an agent's text as plain text: agents write Markdown. */
public final class FirstLine {
    /** A fence, a line of a table, or a rule. */
    private static final Predicate<String> NO_SENTENCE =
            Pattern.compile("(```|~~~|\\||---|\\*\\*\\*).*").asMatchPredicate();

    /** The mark of a heading, a list or a quotation. */
    private static final Pattern BEGIN = Pattern.compile("^(#{1,6}|[-*+>])\\s+");

    private static final Pattern BOLD = Pattern.compile("\\*\\*(\\S|\\S.*?\\S)\\*\\*");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)\\]\\([^)\\s]+\\)");

    private FirstLine() {}

    /** Returns the first line that is a sentence, else the first line of all; "" if there is none. */
    public static String of(String markdown) {
        List<String> lines = markdown.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .filter(NO_SENTENCE.negate())
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .map(FirstLine::plain)
                .orElse("");
    }

    private static String plain(String line) {
        String begun = BEGIN.matcher(line).replaceFirst("");
        String light = BOLD.matcher(begun).replaceAll("$1");
        return LINK.matcher(CODE.matcher(light).replaceAll("$1")).replaceAll("$1");
    }
}
