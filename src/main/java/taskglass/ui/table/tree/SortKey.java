package taskglass.ui.table.tree;

import java.text.Collator;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * The sort key of a row among its siblings, as of the moment when the row was placed. A sorted list stays sorted while
 * its tasks change, until their rows are moved.
 * @param value the key of a text, number or time, of the same kind for all siblings; empty if unknown
 * @param recency when the task was last worked on
 * @param id tells apart two rows that are otherwise equal
 */
record SortKey(Optional<Comparable<?>> value, Instant recency, String id) {
    static final SortKey NOWHERE = new SortKey(Optional.empty(), Instant.EPOCH, "");

    private static final Collator LANGUAGE = Collator.getInstance();
    private static final Comparator<SortKey> BY_ID = Comparator.comparing(SortKey::id);

    static final Comparator<SortKey> NEWEST_FIRST =
            Comparator.comparing(SortKey::recency).reversed().thenComparing(BY_ID);

    static final Comparator<SortKey> OLDEST_FIRST =
            Comparator.comparing(SortKey::recency).thenComparing(BY_ID);

    /** Sorts by value, unknown values always last. Equal values are sorted newest first. */
    static Comparator<SortKey> byValue(boolean descending) {
        Comparator<Comparable<?>> natural = SortKey::compare;
        Comparator<Comparable<?>> values = descending ? natural.reversed() : natural;
        return Comparator.comparing((SortKey sortKey) -> sortKey.value().isEmpty())
                .thenComparing((a, b) -> a.value().isEmpty() || b.value().isEmpty()
                        ? 0
                        : values.compare(a.value().get(), b.value().get()))
                .thenComparing(NEWEST_FIRST);
    }

    /**
     * Sorts texts by the rules of the language, with collation keys: comparing texts directly allocates three times as
     * much.
     */
    static Comparable<?> key(Comparable<?> value) {
        return value instanceof String text ? LANGUAGE.getCollationKey(text) : value;
    }

    @SuppressWarnings("unchecked") // the values of a column are all of one kind
    private static int compare(Comparable<?> a, Comparable<?> b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
