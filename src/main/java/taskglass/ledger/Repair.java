package taskglass.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import taskglass.settings.PrivateFiles;

/** Sets a damaged ledger aside. Only one program does so at a time, and only if the file is damaged at that moment. */
final class Repair {
    private Repair() {}

    /** Returns where the damaged file is now; empty if the file is not damaged, or not there. */
    static Optional<Path> setAsideIfDamaged(LedgerFile file, Instant now) throws IOException {
        Path lock = file.path().resolveSibling(file.path().getFileName() + ".lock");
        PrivateFiles.create(lock);
        // A file lock does not exclude other threads of the same process.
        synchronized (Repair.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                boolean damaged = held.isValid() && Files.exists(file.path()) && isDamaged(file);
                return damaged ? Optional.of(file.setAside(now)) : Optional.empty();
            }
        }
    }

    private static boolean isDamaged(LedgerFile file) {
        try (Connection connection = new SQLiteConfig()
                        .createConnection("jdbc:sqlite:" + file.path().toAbsolutePath());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(1)")) {
            return !rows.next() || !rows.getString(1).equals("ok");
        } catch (SQLException e) {
            return TroubleKind.of(e, file.path()).kind() == LedgerTrouble.Kind.SET_ASIDE;
        }
    }
}
