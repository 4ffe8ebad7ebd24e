package taskglass.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one thread on which all statements run, and what it means for those who add work. */
class LedgerQueueTest {
    @TempDir
    private Path home;

    private final CountDownLatch held = new CountDownLatch(1);
    private LedgerQueue queue;

    @BeforeEach
    void open() {
        queue = new LedgerQueue(new LedgerFile(home.resolve("taskglass/ledger.db")), LedgerTiming.USUAL, trouble -> {});
    }

    @AfterEach
    void close() {
        held.countDown();
        queue.close();
    }

    @Test
    void everyStatementRunsOnTheLedgersOwnThread() {
        CompletionStage<String> name =
                queue.ask(database -> Thread.currentThread().getName());
        assertThat(get(name)).isEqualTo("ledger");
    }

    @Test
    void whoAddsWorkDoesNotWaitForWorkThatRuns() {
        queue.post(this::hold);
        List<CompletableFuture<Void>> added = new ArrayList<>();
        for (int number = 0; number < 1_000; number++) {
            RunTablePut put = new RunTablePut(number);
            added.add(queue.post(put::run).toCompletableFuture());
        }
        assertThat(added).noneMatch(CompletableFuture::isDone);
        held.countDown();
        added.forEach(CompletableFuture::join);
        assertThat(count()).isEqualTo(1_000);
    }

    @Test
    void aStatementThatFailsTakesNoOtherAlong() {
        queue.post(this::hold);
        CompletionStage<Void> bad = queue.post(database -> {
            throw new SQLException("no such table");
        });
        CompletionStage<Void> good = queue.post(new RunTablePut(1)::run);
        held.countDown();
        get(good);
        assertThatThrownBy(() -> get(bad)).hasMessageContaining("no such table");
        assertThat(count()).isEqualTo(1);
    }

    private Void hold(Database database) {
        try {
            assertThat(held.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private record RunTablePut(int number) {
        Void run(Database database) throws SQLException {
            RunTable.put(database, Runs.completed(number), Runs.BEGAN);
            return null;
        }
    }

    private long count() {
        CompletionStage<Long> count = queue.ask(RunTable::count);
        return get(count);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
