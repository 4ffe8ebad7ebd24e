package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Await;
import taskglass.ledger.LedgerTrouble.Kind;

/** A file that cannot be used: one sentence, nothing lost, and the program goes on. */
class LedgerTroubleTest {
    private static final LedgerTiming QUICK = new LedgerTiming(Duration.ofMillis(50), Duration.ofMillis(50));

    @TempDir
    private Path home;

    private final List<Optional<LedgerTrouble>> told = new CopyOnWriteArrayList<>();
    private Optional<Ledger> open = Optional.empty();

    @AfterEach
    void close() {
        open.ifPresent(Ledger::close);
    }

    @Test
    void aFileThatIsNoDatabaseIsSetAsideAndANewOneBegins() throws IOException {
        Files.createDirectories(file().folder());
        Files.writeString(file().path(), "this is no database\n".repeat(100));
        Ledger ledger = open();
        ledger.record(Runs.completed(1));
        assertThat(get(ledger.newestRuns(10))).containsExactly(Runs.completed(1));
        assertThat(kinds()).containsExactly(Kind.SET_ASIDE);
        assertThat(Path.of(told.getFirst().orElseThrow().detail())).content().startsWith("this is no database");
    }

    @Test
    void aFileThatIsDamagedInTheMiddleIsSetAside() throws IOException {
        Ledger before = open();
        for (int number = 0; number < 500; number++) {
            before.record(Runs.completed(number));
        }
        before.close();
        byte[] bytes = Files.readAllBytes(file().path());
        byte[] rubbish = "rubbish ".repeat(1 << 10).getBytes(StandardCharsets.UTF_8);
        for (int at = 4096; at + rubbish.length < bytes.length; at += 2 * rubbish.length) {
            System.arraycopy(rubbish, 0, bytes, at, rubbish.length);
        }
        Files.write(file().path(), bytes);
        Ledger ledger = open();
        for (int number = 0; number < 500; number++) {
            ledger.record(Runs.failed(number, "again"));
        }
        assertThat(get(ledger.newestRuns(1_000))).isNotEmpty();
        assertThat(kinds()).containsExactly(Kind.SET_ASIDE);
    }

    @Test
    void aFileOfANewerTaskglassIsLeftAsItIs() throws IOException, SQLException {
        get(open().record(Runs.completed(1)));
        open.ifPresent(Ledger::close);
        execute("PRAGMA user_version = 999");
        byte[] before = Files.readAllBytes(file().path());
        Ledger later = open();
        assertThatThrownBy(() -> get(later.record(Runs.completed(2)))).hasMessageContaining("newer Taskglass");
        later.close();
        assertThat(Files.readAllBytes(file().path())).isEqualTo(before);
        assertThat(kinds()).containsExactly(Kind.NEWER);
    }

    @Test
    void whatIsPostedWhileAnotherProgramHoldsTheFileIsWrittenAfterwards() throws SQLException {
        Ledger ledger = open();
        get(ledger.record(Runs.completed(1)));
        CompletionStage<Void> waits;
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");
            waits = ledger.record(Runs.completed(2));
            Await.until("the lock is told of", () -> kinds().contains(Kind.LOCKED));
            statement.execute("COMMIT");
        }
        get(waits);
        assertThat(get(ledger.newestRuns(10))).hasSize(2);
        assertThat(told.getLast()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldOnceAndTriedAgain() throws IOException {
        Path inTheWay = Files.writeString(home.resolve("taskglass"), "a file where the folder should be");
        Ledger ledger = open();
        CompletionStage<Void> waits = ledger.record(Runs.completed(1));
        Await.until("the trouble is told of", () -> !told.isEmpty());
        assertThat(kinds()).containsExactly(Kind.NOT_WRITABLE);
        Files.delete(inTheWay);
        get(waits);
        assertThat(get(ledger.newestRuns(10))).containsExactly(Runs.completed(1));
    }

    @Test
    void aQuestionWhileTheFileCannotBeUsedFailsWithTheReason() throws IOException {
        Files.writeString(home.resolve("taskglass"), "a file where the folder should be");
        assertThatThrownBy(() -> get(open().newestRuns(1))).hasMessageContaining("cannot be written to");
    }

    @Test
    void aFileThatWasDeletedIsBegunAnew() throws IOException {
        Ledger ledger = open();
        get(ledger.record(Runs.completed(1)));
        for (String side : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(file().path() + side));
        }
        get(ledger.record(Runs.completed(2)));
        assertThat(get(ledger.newestRuns(10))).containsExactly(Runs.completed(2));
        assertThat(file().path()).exists();
    }

    @Test
    void eachKindHasASentenceThatNamesTheFile() {
        for (Kind kind : Kind.values()) {
            String sentence = new LedgerTrouble(kind, Path.of("/data/ledger.db"), "/data/ledger.db.old").english();
            assertThat(sentence).contains("/data/ledger.db").endsWith(".");
        }
    }

    private List<Kind> kinds() {
        return told.stream().flatMap(Optional::stream).map(LedgerTrouble::kind).toList();
    }

    private LedgerFile file() {
        return new LedgerFile(home.resolve("taskglass/ledger.db"));
    }

    private Ledger open() {
        Ledger ledger = Ledger.in(file(), Clock.systemUTC(), QUICK, told::add);
        open = Optional.of(ledger);
        return ledger;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file().path());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
