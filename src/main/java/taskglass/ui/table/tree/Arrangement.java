package taskglass.ui.table.tree;

import taskglass.ui.filter.Filter;

/** The arrangement of the table's rows: filter, grouping and sort order. */
public record Arrangement(Filter filter, Grouping grouping, RowOrder order) {
    static final Arrangement USUAL = new Arrangement(Filter.NONE, Grouping.PARENT, RowOrder.RECENCY);

    public Arrangement with(Filter now) {
        return new Arrangement(now, grouping, order);
    }

    public Arrangement with(Grouping now) {
        return new Arrangement(filter, now, order);
    }

    public Arrangement with(RowOrder now) {
        return new Arrangement(filter, grouping, now);
    }
}
