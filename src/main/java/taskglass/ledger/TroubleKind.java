package taskglass.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells from an exception what is wrong with the ledger's file. */
final class TroubleKind {
    /** Extended result codes carry the plain code in their lowest byte. */
    private static final int PLAIN = 0xff;

    private TroubleKind() {}

    static LedgerTrouble of(Throwable failure, Path file) {
        return new LedgerTrouble(kind(failure), file, detail(failure));
    }

    private static LedgerTrouble.Kind kind(Throwable failure) {
        return switch (failure) {
            case Database.NewerSchema newer -> LedgerTrouble.Kind.NEWER;
            case LinkageError missing -> LedgerTrouble.Kind.NO_LIBRARY;
            case SQLiteException told -> kind(told.getResultCode());
            case SQLException other when hasNoLibrary(other) -> LedgerTrouble.Kind.NO_LIBRARY;
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left") -> LedgerTrouble.Kind.DISK_FULL;
            case IOException io -> LedgerTrouble.Kind.NOT_WRITABLE;
            default -> LedgerTrouble.Kind.OTHER;
        };
    }

    private static boolean hasNoLibrary(SQLException failure) {
        return String.valueOf(failure.getMessage()).contains("native library");
    }

    private static LedgerTrouble.Kind kind(SQLiteErrorCode code) {
        return switch (SQLiteErrorCode.getErrorCode(code.code & PLAIN)) {
            case SQLITE_FULL -> LedgerTrouble.Kind.DISK_FULL;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH, SQLITE_IOERR ->
                LedgerTrouble.Kind.NOT_WRITABLE;
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL -> LedgerTrouble.Kind.LOCKED;
            case SQLITE_CORRUPT, SQLITE_NOTADB -> LedgerTrouble.Kind.SET_ASIDE;
            default -> LedgerTrouble.Kind.OTHER;
        };
    }

    private static String detail(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        return message.isEmpty() || message.equals("null") ? failure.getClass().getSimpleName() : message;
    }
}
