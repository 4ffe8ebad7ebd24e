package taskglass.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import taskglass.ledger.record.SeenBefore;
import taskglass.ledger.record.SeenMark;

/** What a person has looked at, the latest of each session. */
final class SeenTable {
    private static final String PUT = """
        INSERT INTO seen (server, session, mark, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (server, session) DO UPDATE SET mark = excluded.mark, at = excluded.at\
        """;
    private static final String SELECT = "SELECT session, mark FROM seen WHERE server = ?";

    private SeenTable() {}

    static void put(Database database, String identity, List<SeenMark> marks, Instant now) throws SQLException {
        long server = ServerTable.idOf(database, identity, now);
        PreparedStatement put = database.prepare(PUT);
        for (SeenMark mark : marks) {
            new Fields(put).add(server).add(mark.session()).add(mark.mark()).add(now.toEpochMilli());
            put.executeUpdate();
        }
    }

    /** Notes the server, if it is new, as first seen now. */
    static SeenBefore of(Database database, String identity, Instant now) throws SQLException {
        long server = ServerTable.idOf(database, identity, now);
        List<SeenMark> marks = new ArrayList<>();
        PreparedStatement select = database.prepare(SELECT);
        select.setLong(1, server);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                marks.add(new SeenMark(rows.getString(1), rows.getString(2)));
            }
        }
        return new SeenBefore(ServerTable.firstSeen(database, server), marks);
    }
}
