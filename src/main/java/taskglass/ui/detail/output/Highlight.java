package taskglass.ui.detail.output;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is highlighted in one row.
 *
 * @param query what is searched for; empty while nothing is
 * @param current which of the row's matches is the reached one, -1 for none
 */
record Highlight(Optional<Pattern> query, int current) {
    static final Highlight NONE = new Highlight(Optional.empty(), -1);

    List<TextMatch> in(String text) {
        return query.map(pattern -> TextMatch.in(text, pattern)).orElse(List.of());
    }
}
