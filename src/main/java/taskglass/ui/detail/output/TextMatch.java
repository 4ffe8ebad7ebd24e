package taskglass.ui.detail.output;

import java.util.List;
import java.util.regex.Pattern;
import taskglass.text.VisibleText;

/** A piece of a text that the user searches for, from its first character to the one after its last. */
record TextMatch(int from, int to) {
    /** The pattern for a text that may be written in small or capital letters. */
    static Pattern pattern(String query) {
        return Pattern.compile(Pattern.quote(query), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** All matches in a text, none of which overlap. */
    static List<TextMatch> in(String text, Pattern query) {
        return query.matcher(text)
                .results()
                .map(found -> new TextMatch(found.start(), found.end()))
                .toList();
    }

    /** The number of matches in a text. */
    static int count(String text, Pattern query) {
        return (int) query.matcher(text).results().count();
    }

    /** The text of a row in which matches are looked for, as it is shown; "" if Taskglass itself wrote the row. */
    static String searched(OutputRow row) {
        return switch (row) {
            case OutputRow.Prose prose -> shown(prose);
            case OutputRow.CallLine call ->
                VisibleText.name(call.call().tool()) + " "
                        + VisibleText.line(call.call().content().title());
            case OutputRow.Code _, OutputRow.Printed _, OutputRow.Failure _ -> VisibleText.asWritten(row.text());
            case OutputRow.Caption _, OutputRow.ThoughtLine _, OutputRow.Rule _, OutputRow.Note _ -> "";
            case OutputRow.Earlier _ -> "";
        };
    }

    private static String shown(OutputRow.Prose prose) {
        StringBuilder text = new StringBuilder();
        prose.spans().forEach(span -> text.append(VisibleText.asWritten(span.text())));
        return text.toString();
    }
}
