package taskglass.ledger;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The ledger's file, opened when first needed, and again once it has been replaced or set aside. For the ledger's thread
 * only.
 */
final class OpenLedger implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(OpenLedger.class.getName());

    private final LedgerFile file;
    private final LedgerTiming timing;
    private final Consumer<Optional<LedgerTrouble>> onTrouble;
    private Optional<Opened> opened = Optional.empty();
    private Optional<LedgerTrouble> never = Optional.empty();
    private boolean reopened;

    /** {@code identity} is which file it is, even if another one has taken its name since. */
    private record Opened(Database database, Object identity) {}

    OpenLedger(LedgerFile file, LedgerTiming timing, Consumer<Optional<LedgerTrouble>> onTrouble) {
        this.file = file;
        this.timing = timing;
        this.onTrouble = onTrouble;
    }

    /** Returns the open database. Opens it again if the file was moved or deleted since. */
    Database database() throws SQLException, IOException, Database.NewerSchema {
        reopened = false;
        if (opened.isPresent() && !opened.get().identity().equals(identity(file.path()))) {
            close();
        }
        if (opened.isEmpty()) {
            Database database = Database.open(file, timing.busy());
            opened = Optional.of(new Opened(database, identity(file.path())));
        }
        return opened.get().database();
    }

    private static Object identity(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return Objects.requireNonNullElseGet(attributes.fileKey(), attributes::creationTime);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }

    /** Deals with a failure. Returns what keeps the file from being written; empty if nothing does now. */
    Optional<LedgerTrouble> recover(Throwable failure) {
        if (never.isPresent()) {
            return never;
        }
        close();
        LedgerTrouble trouble = TroubleKind.of(failure, file.path());
        if (trouble.isFinal()) {
            never = Optional.of(trouble);
            return never;
        }
        return trouble.kind() == LedgerTrouble.Kind.SET_ASIDE
                ? setAside()
                : Optional.of(trouble).filter(known -> !isStatementsFault(failure, known));
    }

    private static boolean isStatementsFault(Throwable failure, LedgerTrouble known) {
        return known.kind() == LedgerTrouble.Kind.OTHER
                && (failure instanceof SQLException || failure instanceof RuntimeException);
    }

    /** Moves a damaged file aside. Another program may have done so already: then the new one is all right. */
    private Optional<LedgerTrouble> setAside() {
        try {
            Optional<Path> aside = Repair.setAsideIfDamaged(file, Instant.now());
            aside.ifPresent(path -> onTrouble.accept(
                    Optional.of(new LedgerTrouble(LedgerTrouble.Kind.SET_ASIDE, file.path(), path.toString()))));
            reopened = true;
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(TroubleKind.of(e, file.path()));
        }
    }

    /** Whether the last failure is over because the file is another one now. */
    boolean isReopened() {
        return reopened;
    }

    @Override
    public void close() {
        try {
            if (opened.isPresent()) {
                opened.get().database().close();
            }
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "closing the ledger", e);
        } finally {
            opened = Optional.empty();
        }
    }
}
