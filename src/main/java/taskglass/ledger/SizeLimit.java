package taskglass.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps the ledger below a size by dropping the oldest runs. */
record SizeLimit(long bytes) {
    static final SizeLimit USUAL = new SizeLimit(256L << 20);

    /** One in so many runs is dropped at once, so that this is seldom necessary. */
    private static final long SHARE = 10;

    /** Drops runs if the file has grown too large. Runs inside a transaction. */
    void enforce(Database database) throws SQLException {
        if (used(database) > bytes) {
            RunTable.dropOldest(database, RunTable.count(database) / SHARE + 1);
        }
    }

    /** The space in use: dropped runs leave pages that are used again. */
    private static long used(Database database) throws SQLException {
        long pages = number(database, "PRAGMA page_count") - number(database, "PRAGMA freelist_count");
        return pages * number(database, "PRAGMA page_size");
    }

    private static long number(Database database, String sql) throws SQLException {
        try (ResultSet rows = database.prepare(sql).executeQuery()) {
            return rows.getLong(1);
        }
    }
}
