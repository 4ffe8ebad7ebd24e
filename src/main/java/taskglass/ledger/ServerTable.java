package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** The servers by identity. */
final class ServerTable {
    private static final String ADD =
            "INSERT INTO server (identity, first_seen) VALUES (?, ?) ON CONFLICT (identity) DO NOTHING";
    private static final String FIRST_SEEN = "SELECT first_seen FROM server WHERE id = ?";
    private static final String FIND = "SELECT id FROM server WHERE identity = ?";

    private ServerTable() {}

    /** Returns the row of a server. Adds it if it is new. */
    static long idOf(Database database, String identity, Instant now) throws SQLException {
        PreparedStatement find = database.prepare(FIND);
        find.setString(1, identity);
        long known = first(find);
        if (known >= 0) {
            return known;
        }
        PreparedStatement add = database.prepare(ADD);
        add.setString(1, identity);
        add.setLong(2, now.toEpochMilli());
        add.executeUpdate();
        return first(find);
    }

    static Instant firstSeen(Database database, long id) throws SQLException {
        PreparedStatement select = database.prepare(FIRST_SEEN);
        select.setLong(1, id);
        return Instant.ofEpochMilli(first(select));
    }

    private static long first(PreparedStatement find) throws SQLException {
        try (ResultSet rows = find.executeQuery()) {
            return rows.next() ? rows.getLong(1) : -1;
        }
    }
}
