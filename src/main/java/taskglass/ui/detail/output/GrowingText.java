package taskglass.ui.detail.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Text;

/**
 * Converts a text that is still being written to rows. It grows many times a second, so everything before its last
 * paragraphs is parsed only once. The finished text is parsed as a whole.
 */
final class GrowingText {
    /** A text shorter than this is parsed again each time. */
    private static final int SHORT = 8_000;

    /** The parsed beginning of a text: its length in characters, up to the end of a paragraph, and its rows. */
    private record Head(Place place, int length, List<OutputRow> rows) {}

    private Optional<Head> head = Optional.empty();

    List<OutputRow> rows(Text text, OutputRow.Voice voice) {
        String words = text.text().text();
        if (!text.open() || words.length() < SHORT) {
            return Markdown.rows(text.place(), voice, words);
        }
        Head known = head.filter(before -> before.place.equals(text.place()) && before.length <= words.length())
                .orElseGet(() -> new Head(text.place(), 0, List.of()));
        int rest = words.length() - known.length < SHORT ? known.length : lastParagraph(words, known.length);
        if (rest > known.length) {
            known = new Head(
                    text.place(),
                    rest,
                    joined(known, Markdown.rows(text.place(), voice, words.substring(known.length, rest))));
        }
        head = Optional.of(known);
        return joined(known, Markdown.rows(text.place(), voice, words.substring(known.length)));
    }

    private static List<OutputRow> joined(Head head, List<OutputRow> more) {
        List<OutputRow> all = new ArrayList<>(head.rows);
        all.addAll(more);
        return all;
    }

    /** Returns where the last independent paragraph begins: after an empty line, outside of code, not indented. */
    private static int lastParagraph(String words, int from) {
        int best = from;
        boolean code = false;
        boolean empty = false;
        for (int at = from; at < words.length(); at = after(words, at)) {
            boolean blank = words.charAt(at) == '\n';
            boolean indented = words.charAt(at) == ' ' || words.charAt(at) == '\t';
            if (empty && !code && !blank && !indented) {
                best = at;
            }
            code ^= words.startsWith("```", at) || words.startsWith("~~~", at);
            empty = blank;
        }
        return best;
    }

    /** Returns where the next line begins. */
    private static int after(String words, int at) {
        int end = words.indexOf('\n', at);
        return end < 0 ? words.length() : end + 1;
    }
}
