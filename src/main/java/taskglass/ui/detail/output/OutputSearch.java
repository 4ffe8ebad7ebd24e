package taskglass.ui.detail.output;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import taskglass.task.transcript.Part.Place;

/**
 * Finds a text in the output, in collapsed parts as well. It counts the matches of each part, so that only a part that
 * has changed is searched again.
 */
final class OutputSearch {
    /** A match: which one of a part's matches, counted from 0. */
    record Match(Place place, int number) {}

    /** Where a match is shown. */
    record Spot(int row, int numberInRow) {}

    private final OutputRows rows;
    private final NavigableMap<Place, Integer> counts = new TreeMap<>();
    private Optional<Pattern> query = Optional.empty();
    private Optional<Match> current = Optional.empty();

    OutputSearch(OutputRows rows) {
        this.rows = rows;
    }

    /** Searches for another text; "" ends the search. */
    void query(String text) {
        query = Optional.of(text).filter(typed -> !typed.isEmpty()).map(TextMatch::pattern);
        current = Optional.empty();
        counts.clear();
        if (query.isPresent()) {
            rows.places().forEach(this::count);
        }
    }

    /** Searches a part again that has changed. */
    void changed(Place place) {
        if (query.isPresent()) {
            count(place);
            current = current.filter(match -> match.number < counts.getOrDefault(match.place, 0));
        }
    }

    private void count(Place place) {
        int found = query.stream()
                .mapToInt(pattern -> rows.texts(place).stream()
                        .mapToInt(text -> TextMatch.count(text, pattern))
                        .sum())
                .sum();
        if (found > 0) {
            counts.put(place, found);
        } else {
            counts.remove(place);
        }
    }

    int total() {
        return sum(counts);
    }

    /** The number of the reached match, counted from 1; 0 if none is reached. */
    int position() {
        return current.map(match -> sum(counts.headMap(match.place, false)) + match.number + 1)
                .orElse(0);
    }

    private static int sum(NavigableMap<Place, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Goes to the next match, or to the first one at or after {@code from} if none is reached yet. */
    Optional<Match> next(Place from) {
        current = current.map(this::after).orElseGet(() -> first(counts.ceilingKey(from)));
        return current;
    }

    /** Goes to the previous match, or to the last one before {@code from} if none is reached yet. */
    Optional<Match> previous(Place from) {
        current = current.map(this::before).orElseGet(() -> last(counts.lowerKey(from)));
        return current;
    }

    private Optional<Match> after(Match match) {
        return match.number + 1 < counts.getOrDefault(match.place, 0)
                ? Optional.of(new Match(match.place, match.number + 1))
                : first(counts.higherKey(match.place));
    }

    private Optional<Match> before(Match match) {
        return match.number > 0
                ? Optional.of(new Match(match.place, match.number - 1))
                : last(counts.lowerKey(match.place));
    }

    /** The first match of a part, or of all if there is no such part: the search goes round. */
    private Optional<Match> first(Place place) {
        return counts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Match(place == null ? counts.firstKey() : place, 0));
    }

    private Optional<Match> last(Place place) {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Place there = place == null ? counts.lastKey() : place;
        return Optional.of(new Match(there, counts.get(there) - 1));
    }

    /** Where the reached match is shown; empty while it is in a collapsed part. */
    Optional<Spot> spot() {
        return current.flatMap(match -> query.flatMap(pattern -> spot(match, pattern)));
    }

    private Optional<Spot> spot(Match match, Pattern pattern) {
        int left = match.number;
        int row = rows.index(match.place);
        for (OutputRow shown : rows.rows(match.place)) {
            int found = TextMatch.count(TextMatch.searched(shown), pattern);
            if (left < found) {
                return Optional.of(new Spot(row, left));
            }
            left -= found;
            row++;
        }
        return Optional.empty();
    }

    /** What is highlighted in the row with that index. */
    Highlight highlight(int row) {
        return query.isEmpty()
                ? Highlight.NONE
                : new Highlight(
                        query,
                        spot().filter(spot -> spot.row == row)
                                .map(Spot::numberInRow)
                                .orElse(-1));
    }
}
