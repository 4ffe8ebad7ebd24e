package taskglass.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The tables, as steps from an empty file to today's. {@code PRAGMA user_version} says how many steps a file has taken.
 * A step that was released is never changed. Times are milliseconds since 1970 in UTC, money is in millionths of a
 * dollar.
 */
final class Schema {
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE server (
              id INTEGER PRIMARY KEY,
              identity TEXT NOT NULL UNIQUE,
              first_seen INTEGER NOT NULL
            ) STRICT\
            """,
            """
            CREATE TABLE run (
              id INTEGER PRIMARY KEY,
              server INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
              session TEXT NOT NULL,
              first TEXT NOT NULL,
              parent TEXT NOT NULL,
              title TEXT NOT NULL,
              directory TEXT NOT NULL,
              agent TEXT NOT NULL,
              model TEXT NOT NULL,
              started INTEGER NOT NULL,
              ended INTEGER NOT NULL,
              outcome TEXT NOT NULL,
              reason TEXT NOT NULL,
              detail TEXT NOT NULL,
              by_you INTEGER NOT NULL,
              exact INTEGER NOT NULL,
              calls INTEGER NOT NULL,
              tokens_in INTEGER NOT NULL,
              tokens_out INTEGER NOT NULL,
              cost_micros INTEGER NOT NULL,
              sub_calls INTEGER NOT NULL,
              sub_tokens_in INTEGER NOT NULL,
              sub_tokens_out INTEGER NOT NULL,
              sub_cost_micros INTEGER NOT NULL,
              UNIQUE (server, session, first)
            ) STRICT\
            """,
            "CREATE INDEX run_by_start ON run (started)",
            """
            CREATE TABLE tool (
              run INTEGER NOT NULL REFERENCES run (id) ON DELETE CASCADE,
              name TEXT NOT NULL,
              calls INTEGER NOT NULL,
              failed INTEGER NOT NULL,
              PRIMARY KEY (run, name)
            ) STRICT, WITHOUT ROWID\
            """,
            """
            CREATE TABLE seen (
              server INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
              session TEXT NOT NULL,
              mark TEXT NOT NULL,
              at INTEGER NOT NULL,
              PRIMARY KEY (server, session)
            ) STRICT, WITHOUT ROWID\
            """,
            """
            CREATE TABLE notice (
              id INTEGER PRIMARY KEY,
              server INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
              session TEXT NOT NULL,
              occurrence TEXT NOT NULL,
              kind TEXT NOT NULL,
              claimed INTEGER NOT NULL,
              done INTEGER,
              UNIQUE (server, session, occurrence, kind)
            ) STRICT\
            """,
            """
            CREATE TABLE cancel_request (
              server INTEGER NOT NULL REFERENCES server (id) ON DELETE CASCADE,
              session TEXT NOT NULL,
              at INTEGER NOT NULL,
              PRIMARY KEY (server, session)
            ) STRICT, WITHOUT ROWID\
            """,
            "CREATE INDEX notice_open ON notice (claimed) WHERE done IS NULL"));

    private Schema() {}

    static int newest() {
        return STEPS.size();
    }

    /** How many steps the file has taken. */
    static int version(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getInt(1);
        }
    }

    /** Takes the missing steps, all or none. Two programs may try this at once: the second finds nothing to do. */
    static void migrate(Connection database) throws SQLException {
        if (version(database) < newest()) {
            Transaction.run(database, () -> {
                int before = version(database);
                try (Statement statement = database.createStatement()) {
                    for (String sql : STEPS.subList(before, newest()).stream()
                            .flatMap(List::stream)
                            .toList()) {
                        statement.execute(sql);
                    }
                    statement.execute("PRAGMA user_version = " + newest());
                }
            });
        }
    }
}
