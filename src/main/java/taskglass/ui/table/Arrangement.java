package taskglass.ui.table;

import taskglass.ui.filter.Filter;

/** The arrangement of the table's rows: filter, grouping and sort order. */
record Arrangement(Filter filter, Grouping grouping, Order order) {
    static final Arrangement USUAL = new Arrangement(Filter.NONE, Grouping.PARENT, Order.RECENCY);

    Arrangement with(Filter now) {
        return new Arrangement(now, grouping, order);
    }

    Arrangement with(Grouping now) {
        return new Arrangement(filter, now, order);
    }

    Arrangement with(Order now) {
        return new Arrangement(filter, grouping, now);
    }
}
