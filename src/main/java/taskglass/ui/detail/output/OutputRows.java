package taskglass.ui.detail.output;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.PartLog;
import taskglass.text.Texts;

/** The rows of the output, kept in sync with a transcript. Only rows that differ are replaced. */
final class OutputRows {
    /** From this many places on, the list is rebuilt in one step: each splice would make the view examine itself. */
    private static final int FLOOD = 24;

    private static final Place TOP = new Place("", "");
    private static final Place BOTTOM = Place.endOf(Character.toString(Character.MAX_VALUE));

    private final ObservableList<OutputRow> rows = FXCollections.observableArrayList();
    private final NavigableMap<Place, List<OutputRow>> sections = new TreeMap<>();
    private final TranscriptRows looks = new TranscriptRows();
    private final Consumer<Place> changed;
    private Optional<PartLog> log = Optional.empty();

    /** {@code changed} is called with each place whose rows have changed. */
    OutputRows(Consumer<Place> changed) {
        this.changed = changed;
    }

    ObservableList<OutputRow> rows() {
        return rows;
    }

    NavigableSet<Place> places() {
        return sections.navigableKeySet();
    }

    /** The rows at a place. */
    List<OutputRow> rows(Place place) {
        return sections.getOrDefault(place, List.of());
    }

    /** The index of the first row at or after a place. */
    int index(Place place) {
        return rows.size()
                - sections.tailMap(place, true).values().stream()
                        .mapToInt(List::size)
                        .sum();
    }

    /** All text at a place that can be searched: that of its rows, and what is collapsed below them. */
    List<String> texts(Place place) {
        return Stream.concat(
                        rows(place).stream().map(TextMatch::searched),
                        log.stream().flatMap(known -> looks.collapsed(known, place)))
                .toList();
    }

    /** Updates the rows at these places. */
    void apply(PartLog log, Collection<Place> touched) {
        this.log = Optional.of(log);
        if (touched.size() >= FLOOD) {
            touched.forEach(place -> keep(place, looks.rows(log, place)));
            List<OutputRow> all = new ArrayList<>();
            sections.values().forEach(all::addAll);
            rows.setAll(all);
        } else {
            touched.forEach(place -> replace(place, looks.rows(log, place)));
        }
    }

    /** Shows or removes the top row that offers earlier output. */
    void earlier(boolean there) {
        if (there != sections.containsKey(TOP)) {
            replace(TOP, there ? List.of(new OutputRow.Earlier(TOP, Texts.of("detail.output.earlier"))) : List.of());
        }
    }

    /** Shows why the run failed below its last row; "" removes that. */
    void failure(String text) {
        List<OutputRow> now = TranscriptRows.failure(BOTTOM, text);
        if (!now.equals(sections.getOrDefault(BOTTOM, List.of()))) {
            replace(BOTTOM, now);
        }
    }

    /** Sets the first message of the latest run, and when that ended. Calls without an end of their own end with it. */
    void latestRun(String first, Optional<Instant> ended) {
        if (looks.latestRun(first, ended)) {
            log.ifPresent(known -> known.parts().stream()
                    .filter(part -> part instanceof Call call && CallText.going(call))
                    .map(Part::place)
                    .toList()
                    .forEach(place -> replace(place, looks.rows(known, place))));
        }
    }

    /** Collapses or expands the part at a place. */
    void toggle(PartLog log, Place place) {
        looks.toggle(place);
        replace(place, looks.rows(log, place));
    }

    void clear() {
        log = Optional.empty();
        sections.clear();
        rows.clear();
    }

    private List<OutputRow> keep(Place place, List<OutputRow> now) {
        List<OutputRow> before = now.isEmpty() ? sections.remove(place) : sections.put(place, now);
        changed.accept(place);
        return before == null ? List.of() : before;
    }

    private void replace(Place place, List<OutputRow> now) {
        int from = index(place);
        List<OutputRow> before = keep(place, now);
        int same = 0;
        while (same < before.size() && same < now.size() && before.get(same).equals(now.get(same))) {
            same++;
        }
        int changed = Math.min(before.size(), now.size());
        for (int i = same; i < changed; i++) {
            rows.set(from + i, now.get(i));
        }
        if (before.size() > changed) {
            rows.remove(from + changed, from + before.size());
        } else if (now.size() > changed) {
            rows.addAll(from + changed, now.subList(changed, now.size()));
        }
    }
}
