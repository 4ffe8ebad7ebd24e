package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import taskglass.ledger.record.RunId;

/** When a person last asked for the end of a session's work. */
final class CancelTable {
    private static final String PUT = """
        INSERT INTO cancel_request (server, session, at) VALUES (?, ?, ?)
        ON CONFLICT (server, session) DO UPDATE SET at = max(at, excluded.at)\
        """;
    private static final String SINCE = """
        SELECT 1 FROM cancel_request JOIN server ON server.id = cancel_request.server
        WHERE identity = ? AND session = ? AND at >= ?\
        """;

    private CancelTable() {}

    static void put(Database database, String identity, String session, Instant at) throws SQLException {
        PreparedStatement put = database.prepare(PUT);
        new Fields(put)
                .add(ServerTable.idOf(database, identity, at))
                .add(session)
                .add(at.toEpochMilli());
        put.executeUpdate();
    }

    /** Whether the end of a run was asked for at that time or later. */
    static boolean isCancelled(Database database, RunId run, Instant since) throws SQLException {
        PreparedStatement select = database.prepare(SINCE);
        new Fields(select).add(run.server()).add(run.session()).add(since.toEpochMilli());
        try (ResultSet rows = select.executeQuery()) {
            return rows.next();
        }
    }
}
