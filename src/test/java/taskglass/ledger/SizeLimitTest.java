package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.ledger.record.RunRecord;

/** How the ledger is kept from growing without an end. */
class SizeLimitTest {
    private static final int RUNS = 2_000;

    @TempDir
    private Path home;

    @Test
    void aFileThatIsTooLargeLosesItsOldestRuns() throws Exception {
        try (Database database = filled()) {
            database.transact(() -> new SizeLimit(100_000).enforce(database));
            List<RunRecord> left = RunTable.newest(database, RUNS);
            assertThat(left).hasSizeBetween(RUNS / 2, RUNS - 1);
            assertThat(left.getFirst()).isEqualTo(Runs.completed(RUNS - 1));
            assertThat(left).doesNotContain(Runs.completed(0));
        }
    }

    @Test
    void aFileThatIsSmallEnoughLosesNothing() throws Exception {
        try (Database database = filled()) {
            database.transact(() -> SizeLimit.USUAL.enforce(database));
            assertThat(RunTable.count(database)).isEqualTo(RUNS);
        }
    }

    private Database filled() throws Exception {
        Database database =
                Database.open(new LedgerFile(home.resolve("taskglass/ledger.db")), LedgerTiming.USUAL.busy());
        database.transact(() -> {
            for (int number = 0; number < RUNS; number++) {
                RunTable.put(database, Runs.completed(number), Runs.BEGAN);
            }
        });
        return database;
    }
}
