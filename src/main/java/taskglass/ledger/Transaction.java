package taskglass.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs several statements as one: all of them take effect, or none. */
final class Transaction {
    private Transaction() {}

    /** Statements of one transaction. */
    interface Body {
        void run() throws SQLException;
    }

    /** Takes the write lock first, so that what the body reads is still true when it writes. */
    static void run(Connection database, Body body) throws SQLException {
        execute(database, "BEGIN IMMEDIATE");
        try {
            body.run();
            execute(database, "COMMIT");
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(database, failure);
            throw failure;
        }
    }

    private static void rollBack(Connection database, Throwable failure) {
        try {
            execute(database, "ROLLBACK");
        } catch (SQLException alreadyOver) {
            failure.addSuppressed(alreadyOver);
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
