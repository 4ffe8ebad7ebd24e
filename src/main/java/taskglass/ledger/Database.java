package taskglass.ledger;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** An open connection to the ledger's file, with its prepared statements. For one thread. */
final class Database implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** The file was written by a newer Taskglass. */
    static final class NewerSchema extends Exception {
        private static final long serialVersionUID = 1;
    }

    /**
     * Opens the file, creates it if it is missing, and brings its tables up to date.
     *
     * @param busy how long a statement waits for another program's transaction
     */
    static Database open(LedgerFile file, Duration busy) throws SQLException, IOException, NewerSchema {
        file.create();
        NativeLibrary.unpackBeside(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) busy.toMillis());
        config.enforceForeignKeys(true);
        // Full: what was acknowledged survives a loss of power, too.
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection =
                config.createConnection("jdbc:sqlite:" + file.path().toAbsolutePath());
        try {
            if (Schema.version(connection) > Schema.newest()) {
                throw new NewerSchema();
            }
            keepLog(connection);
            Schema.migrate(connection);
            return new Database(connection);
        } catch (SQLException | NewerSchema | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Readers and the writer do not wait for each other. */
    private static void keepLog(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA journal_size_limit = 4194304");
        }
    }

    /** Returns a statement, which is prepared once and belongs to this connection. */
    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    void transact(Transaction.Body body) throws SQLException {
        Transaction.run(connection, body);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
