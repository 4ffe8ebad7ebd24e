package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger keeps, and who may read it. */
class LedgerTest {
    @TempDir
    private Path home;

    private final List<Ledger> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(Ledger::close);
    }

    @Test
    void aRunIsReadBackAsItWasWritten() {
        Ledger ledger = open();
        ledger.record(Runs.completed(1));
        assertThat(get(ledger.newestRuns(10))).containsExactly(Runs.completed(1));
    }

    @Test
    void aRunThatIsWrittenTwiceIsKeptOnceAsItWasLast() {
        Ledger ledger = open();
        ledger.record(Runs.completed(1));
        ledger.record(Runs.failed(1, "Your credit balance is too low"));
        assertThat(get(ledger.newestRuns(10))).containsExactly(Runs.failed(1, "Your credit balance is too low"));
    }

    @Test
    void theNewestRunsComeFirst() {
        Ledger ledger = open();
        IntStream.of(2, 3, 1).mapToObj(Runs::completed).forEach(ledger::record);
        assertThat(get(ledger.newestRuns(2))).containsExactly(Runs.completed(3), Runs.completed(2));
    }

    @Test
    void whatWasWrittenIsThereAfterARestart() {
        Ledger first = open();
        first.record(Runs.completed(1));
        first.close();
        assertThat(get(open().run(Runs.key(1)))).contains(Runs.completed(1));
    }

    @Test
    void whatIsPostedBeforeTheEndIsWrittenAtTheEnd() {
        Ledger first = open();
        IntStream.range(0, 2_000).mapToObj(Runs::completed).forEach(first::record);
        first.close();
        assertThat(get(open().newestRuns(5_000))).hasSize(2_000);
    }

    @Test
    void twoWindowsWriteToTheSameFile() {
        Ledger one = open();
        Ledger other = open();
        List<CompletionStage<Void>> written = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            written.add((number % 2 == 0 ? one : other).record(Runs.completed(number)));
        }
        written.forEach(LedgerTest::get);
        assertThat(get(one.newestRuns(500))).hasSize(200);
    }

    @Test
    void onlyItsOwnerCanReadIt() throws IOException {
        get(open().record(Runs.completed(1)));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().folder())))
                .isEqualTo("rwx------");
        try (var files = Files.list(file().folder())) {
            assertThat(files.filter(path -> path.getFileName().toString().startsWith("ledger.db")))
                    .isNotEmpty()
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void nothingIsWrittenBeforeThereIsSomethingToWrite() {
        open();
        assertThat(file().folder()).doesNotExist();
    }

    @Test
    void itLiesInThePlatformsFolderForData() {
        Path me = Path.of("/home/me");
        assertThat(LedgerFile.usual(Map.of(), me, "Linux").path())
                .isEqualTo(me.resolve(".local/share/taskglass/ledger.db"));
        assertThat(LedgerFile.usual(Map.of("XDG_DATA_HOME", "/data"), me, "Linux")
                        .path())
                .isEqualTo(Path.of("/data/taskglass/ledger.db"));
        assertThat(LedgerFile.usual(Map.of(), me, "Mac OS X").path())
                .isEqualTo(me.resolve("Library/Application Support/taskglass/ledger.db"));
        assertThat(LedgerFile.usual(Map.of("LOCALAPPDATA", "/local"), me, "Windows 11")
                        .path())
                .isEqualTo(Path.of("/local/taskglass/ledger.db"));
    }

    @Test
    void withoutAFileQuestionsFail() {
        assertThatThrownBy(() -> get(Ledger.none().newestRuns(1))).hasMessageContaining("no ledger is kept");
    }

    private LedgerFile file() {
        return new LedgerFile(home.resolve("taskglass/ledger.db"));
    }

    private Ledger open() {
        Ledger ledger = Ledger.in(file(), Clock.systemUTC(), trouble -> {});
        open.add(ledger);
        return ledger;
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
