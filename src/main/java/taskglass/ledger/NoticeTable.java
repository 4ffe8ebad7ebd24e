package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.ledger.record.Claim;
import taskglass.ledger.record.NoticeKey;

/** What was told, in two steps: claimed before it is shown, done afterwards. */
final class NoticeTable {
    private static final String CLAIM = """
        INSERT INTO notice (server, session, occurrence, kind, claimed) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING\
        """;
    private static final String LATEST = """
        SELECT kind FROM notice WHERE server = ? AND session = ? AND occurrence = ?
        ORDER BY claimed DESC, id DESC LIMIT 1\
        """;
    private static final String AGAIN = """
        UPDATE notice SET claimed = ?, done = NULL
        WHERE server = ? AND session = ? AND occurrence = ? AND kind = ?\
        """;
    private static final String DONE = """
        UPDATE notice SET done = ?
        WHERE server = ? AND session = ? AND occurrence = ? AND kind = ? AND done IS NULL\
        """;
    private static final String OPEN = """
        SELECT identity, session, occurrence, kind FROM notice JOIN server ON server.id = notice.server
        WHERE done IS NULL AND claimed < ? ORDER BY claimed, notice.id\
        """;

    private NoticeTable() {}

    /** Claims a notice for this program, unless the same was told last. */
    static Claim claim(Database database, NoticeKey key, Instant now) throws SQLException {
        long server = ServerTable.idOf(database, key.server(), now);
        Optional<String> before = latest(database, server, key);
        if (before.equals(Optional.of(key.kind()))) {
            return new Claim.Taken();
        }
        PreparedStatement claim = database.prepare(CLAIM);
        new Fields(claim)
                .add(server)
                .add(key.session())
                .add(key.occurrence())
                .add(key.kind())
                .add(now.toEpochMilli());
        if (claim.executeUpdate() == 0) {
            set(database.prepare(AGAIN), now, server, key);
        }
        return new Claim.Granted(before);
    }

    private static Optional<String> latest(Database database, long server, NoticeKey key) throws SQLException {
        PreparedStatement select = database.prepare(LATEST);
        new Fields(select).add(server).add(key.session()).add(key.occurrence());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }

    static void done(Database database, NoticeKey key, Instant now) throws SQLException {
        set(database.prepare(DONE), now, ServerTable.idOf(database, key.server(), now), key);
    }

    private static void set(PreparedStatement update, Instant now, long server, NoticeKey key) throws SQLException {
        new Fields(update)
                .add(now.toEpochMilli())
                .add(server)
                .add(key.session())
                .add(key.occurrence())
                .add(key.kind());
        update.executeUpdate();
    }

    /** What was claimed before that time and never done: the program was ended in between. */
    static List<NoticeKey> open(Database database, Instant before) throws SQLException {
        List<NoticeKey> open = new ArrayList<>();
        PreparedStatement select = database.prepare(OPEN);
        select.setLong(1, before.toEpochMilli());
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                open.add(new NoticeKey(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return open;
    }
}
