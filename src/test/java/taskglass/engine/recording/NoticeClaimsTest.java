package taskglass.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.ledger.Ledger;
import taskglass.ledger.LedgerFile;
import taskglass.ledger.record.Claim;
import taskglass.ledger.record.NoticeKey;
import taskglass.task.Story;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.LocalProcess;
import taskglass.task.store.Notice;

/** Who tells of a settled run: one program, once, unless the outcome that was told has become wrong. */
class NoticeClaimsTest {
    @TempDir
    private Path home;

    private final Story story = new Story();
    private final List<Ledger> open = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();

    @BeforeEach
    void watchALocalServer() {
        LocalProcess process = new LocalProcess(
                1, Instant.EPOCH, Optional.of("key"), Optional.of("/data"), true, Set.of(Story.SERVER));
        story.apply(new Change.Processes(List.of(process)));
        story.created("a");
        story.prompted("a");
    }

    @AfterEach
    void close() {
        open.forEach(Ledger::close);
    }

    @Test
    void ofTwoWindowsOneTells() throws InterruptedException {
        story.completed("a");
        window().claim(notice());
        answer();
        window().claim(notice());
        answer();
        assertThat(told).hasSize(1);
    }

    @Test
    void whatWasToldBeforeARestartIsNotToldAgain() throws InterruptedException {
        story.completed("a");
        window().claim(notice());
        answer();
        open.forEach(Ledger::close);
        window().claim(notice());
        answer();
        assertThat(told).hasSize(1);
    }

    @Test
    void anOutcomeThatHasBecomeWrongIsToldOnceMoreWithTheOneThatWasToldBefore() {
        Ledger ledger = ledger();
        assertThat(join(ledger, key("failed"))).isEqualTo(new Claim.Granted(Optional.empty()));
        assertThat(join(ledger, key("completed"))).isEqualTo(new Claim.Granted(Optional.of("failed")));
        assertThat(join(ledger, key("completed"))).isEqualTo(new Claim.Taken());
    }

    @Test
    void anOutcomeThatIsRightAfterAllIsToldAgain() {
        Ledger ledger = ledger();
        join(ledger, key("interrupted"));
        story.clock.move(Duration.ofSeconds(1));
        join(ledger, key("completed"));
        story.clock.move(Duration.ofSeconds(1));
        assertThat(join(ledger, key("interrupted"))).isEqualTo(new Claim.Granted(Optional.of("completed")));
    }

    @Test
    void aNoticeThatWasClaimedAndNeverShownIsFoundAtTheNextStart() {
        NoticeKey key = key("completed");
        Ledger killed = ledger();
        assertThat(join(killed, key)).isInstanceOf(Claim.Granted.class);
        killed.close();
        story.clock.move(Duration.ofMinutes(1));
        Ledger next = ledger();
        assertThat(next.openNotices(story.clock.instant()).toCompletableFuture().join())
                .containsExactly(key);
        next.done(key);
        assertThat(next.openNotices(story.clock.instant()).toCompletableFuture().join())
                .isEmpty();
    }

    @Test
    void whileTheLedgerCannotBeUsedEachWindowTells() throws InterruptedException, IOException {
        Files.writeString(home.resolve("taskglass"), "a file where the folder should be");
        story.completed("a");
        window().claim(notice());
        answer();
        assertThat(told).hasSize(1);
    }

    private static NoticeKey key(String outcome) {
        return new NoticeKey("/data", "a", "msg_1", outcome);
    }

    private static Claim join(Ledger ledger, NoticeKey key) {
        return ledger.claim(key).toCompletableFuture().join();
    }

    private NoticeClaims window() {
        return new NoticeClaims(
                new ServerIdentities(story.store, Duration.ofSeconds(16)), ledger(), answers::add, told::add);
    }

    private Ledger ledger() {
        Ledger ledger = Ledger.in(new LedgerFile(home.resolve("taskglass/ledger.db")), story.clock, trouble -> {});
        open.add(ledger);
        return ledger;
    }

    private Notice notice() {
        return new Notice(task());
    }

    private AgentTask task() {
        return story.store.find(Story.key("a")).orElseThrow();
    }

    /** Lets the answer of the ledger take effect, on the store's thread. */
    private void answer() throws InterruptedException {
        Runnable next = answers.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("an answer of the ledger").isNotNull();
        next.run();
    }
}
