package taskglass.ui.detail.output;

import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.InvalidationListener;
import taskglass.task.transcript.Part.Place;

/**
 * Finds a text in the output, in collapsed parts as well. It counts the matches of each part, so that only a part that
 * has changed is searched again. A long output is counted in steps, so that no key waits for all of it.
 */
final class OutputSearch {
    /** A match: which one of a part's matches, counted from 0. */
    record Match(Place place, int number) {}

    /** Where a match is shown. */
    record Spot(int row, int numberInRow) {}

    /** About how many characters one step searches: a few milliseconds of work. */
    static final int STEP = 128 * 1024;

    private final OutputRows rows;
    private final NavigableMap<Place, Integer> counts = new TreeMap<>();
    private final NavigableSet<Place> uncounted = new TreeSet<>();
    private String typed = "";
    private Optional<Pattern> query = Optional.empty();
    private Optional<Match> current = Optional.empty();

    /** Where the reached match is, until the match or the rows change. */
    private Optional<Optional<Spot>> found = Optional.empty();

    OutputSearch(OutputRows rows) {
        this.rows = rows;
        rows.rows().addListener((InvalidationListener) moved -> found = Optional.empty());
    }

    /**
     * Searches for another text; "" ends the search. Where the text that was typed before is part of the new one, only
     * the parts with matches are searched again. Nothing is counted before the first {@link #step}.
     */
    void query(String text) {
        boolean narrower = !typed.isEmpty() && text.contains(typed);
        if (!narrower) {
            uncounted.addAll(rows.places());
        }
        uncounted.addAll(counts.keySet());
        typed = text;
        query = Optional.of(text).filter(now -> !now.isEmpty()).map(TextMatch::pattern);
        reach(Optional.empty());
        counts.clear();
        if (query.isEmpty()) {
            uncounted.clear();
        }
    }

    /** Searches some of the parts that have not been searched yet. Returns whether there are more. */
    boolean step() {
        int searched = 0;
        while (searched < STEP && !uncounted.isEmpty()) {
            searched += count(uncounted.pollFirst());
        }
        return !uncounted.isEmpty();
    }

    /** Whether all parts have been searched. */
    boolean complete() {
        return uncounted.isEmpty();
    }

    /** Searches a part again that has changed. */
    void changed(Place place) {
        if (query.isPresent()) {
            uncounted.remove(place);
            count(place);
            reach(current.filter(match -> match.number < counts.getOrDefault(match.place, 0)));
        }
    }

    private Optional<Match> reach(Optional<Match> match) {
        current = match;
        found = Optional.empty();
        return current;
    }

    /** Counts the matches of a part, and returns how many characters were searched. */
    private int count(Place place) {
        List<String> texts = rows.texts(place);
        int matches = query.stream()
                .mapToInt(pattern -> texts.stream()
                        .mapToInt(text -> TextMatch.count(text, pattern))
                        .sum())
                .sum();
        if (matches > 0) {
            counts.put(place, matches);
        } else {
            counts.remove(place);
        }
        return texts.stream().mapToInt(String::length).sum();
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
        return reach(current.map(this::after).orElseGet(() -> first(counts.ceilingKey(from))));
    }

    /** Goes to the previous match, or to the last one before {@code from} if none is reached yet. */
    Optional<Match> previous(Place from) {
        return reach(current.map(this::before).orElseGet(() -> last(counts.lowerKey(from))));
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
        found = found.or(() -> Optional.of(current.flatMap(match -> query.flatMap(pattern -> spot(match, pattern)))));
        return found.get();
    }

    private Optional<Spot> spot(Match match, Pattern pattern) {
        int left = match.number;
        int row = rows.index(match.place);
        for (OutputRow shown : rows.rows(match.place)) {
            int here = TextMatch.count(TextMatch.searched(shown), pattern);
            if (left < here) {
                return Optional.of(new Spot(row, left));
            }
            left -= here;
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
