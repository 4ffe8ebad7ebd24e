package taskglass.ui.table;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What a row is sorted by among its siblings, as it was when the row was put there: a sorted list stays sorted while
 * its tasks change, until their rows are moved.
 *
 * @param value the key of a text, a number or a time, the same kind for all siblings; empty where nothing is known
 * @param recency when it was last worked on
 * @param id what tells two rows apart that are equal otherwise
 */
record Place(Optional<Comparable<?>> value, Instant recency, String id) {
    static final Place NOWHERE = new Place(Optional.empty(), Instant.EPOCH, "");

    private static final Collator LANGUAGE = Collator.getInstance();
    private static final Comparator<Place> BY_ID = Comparator.comparing(Place::id);

    static final Comparator<Place> NEWEST_FIRST =
            Comparator.comparing(Place::recency).reversed().thenComparing(BY_ID);

    static final Comparator<Place> OLDEST_FIRST =
            Comparator.comparing(Place::recency).thenComparing(BY_ID);

    /** By the value, what is not known always last; equal ones newest first. */
    static Comparator<Place> byValue(boolean descending) {
        Comparator<Comparable<?>> natural = Place::compare;
        Comparator<Comparable<?>> values = descending ? natural.reversed() : natural;
        return Comparator.comparing((Place place) -> place.value().isEmpty())
                .thenComparing((a, b) -> a.value().isEmpty() || b.value().isEmpty()
                        ? 0
                        : values.compare(a.value().get(), b.value().get()))
                .thenComparing(NEWEST_FIRST);
    }

    /** Texts are sorted as the language does, by keys: to compare them anew each time allocates three times as much. */
    static Comparable<?> key(Comparable<?> value) {
        return value instanceof String text ? LANGUAGE.getCollationKey(text) : value;
    }

    @SuppressWarnings("unchecked") // one column gives values of one kind
    private static int compare(Comparable<?> a, Comparable<?> b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
