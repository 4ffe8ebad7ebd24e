package taskglass.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** What a person does to the ledger's file from a shell. Every method blocks; windows may be open meanwhile. */
public final class Maintenance {
    private final LedgerFile file;

    public Maintenance(LedgerFile file) {
        this.file = file;
    }

    /** The file cannot be used. The message is a sentence for a person. */
    public static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(LedgerTrouble trouble, Throwable cause) {
            super(trouble.english(), cause);
        }
    }

    /** Drops the runs that began before that time. Returns how many there were. */
    public int prune(Instant before) throws Failed {
        AtomicInteger dropped = new AtomicInteger();
        with(database -> {
            database.transact(() -> dropped.set(RunTable.dropBefore(database, before)));
            return null;
        });
        return dropped.get();
    }

    /** How large the file was and is, in bytes. */
    public record Sizes(long before, long after) {}

    /** Gives unused space back to the system. */
    public Sizes vacuum() throws Failed {
        return with(database -> {
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            long before = file.bytes();
            database.execute("VACUUM");
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            return new Sizes(before, file.bytes());
        });
    }

    private interface Body<T> {
        T run(Database database) throws SQLException, IOException;
    }

    private <T> T with(Body<T> body) throws Failed {
        try (Database database = Database.open(file, LedgerTiming.USUAL.busy())) {
            return body.run(database);
        } catch (SQLException | IOException | Database.NewerSchema | LinkageError e) {
            LedgerTrouble trouble = TroubleKind.of(e, file.path());
            // Only a window or a command that writes sets a damaged file aside.
            boolean damaged = trouble.kind() == LedgerTrouble.Kind.SET_ASIDE;
            throw new Failed(
                    damaged ? new LedgerTrouble(LedgerTrouble.Kind.OTHER, file.path(), trouble.detail()) : trouble, e);
        }
    }
}
