package taskglass.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Allocation;
import taskglass.ledger.Ledger;
import taskglass.ledger.LedgerFile;
import taskglass.ledger.record.RunRecord;
import taskglass.task.ServerId;
import taskglass.task.Story;
import taskglass.task.ToolCall;
import taskglass.task.store.Change;
import taskglass.task.store.LocalProcess;
import taskglass.task.store.StoreDiff;

/** Which runs are written to the ledger, when, and under which server. */
class RunRecorderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(16);
    private static final String PLACE = "/home/dev/.local/share/opencode";

    @TempDir
    private Path home;

    private final Story story = new Story();
    private Ledger ledger;
    private RunRecorder recorder;

    @BeforeEach
    void follow() {
        ledger = Ledger.in(new LedgerFile(home.resolve("taskglass/ledger.db")), story.clock, trouble -> {});
        recorder = recorder(story, server -> false);
        story.follow(recorder::onDiff);
        story.created("a");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aRunIsWrittenOnceItHasSettledAndNotBefore() {
        isLocal();
        story.prompted("a");
        assertThat(runs()).isEmpty();
        story.completed("a");
        assertThat(runs()).extracting(run -> run.ending().outcome()).containsExactly("completed");
    }

    @Test
    void aRunWaitsUntilItsServerIsKnownToBeLocal() {
        story.prompted("a");
        story.completed("a");
        assertThat(runs()).isEmpty();
        isLocal();
        assertThat(runs()).extracting(run -> run.key().server()).containsExactly(PLACE);
    }

    @Test
    void aServerThatNoScanFindsIsNamedByItsUrl() {
        story.prompted("a");
        story.completed("a");
        story.clock.move(PATIENCE);
        story.created("b");
        assertThat(runs()).extracting(run -> run.key().server()).containsExactly(Story.SERVER.url());
    }

    @Test
    void aLocalServerKeepsItsNameWhileItIsDown() {
        isLocal();
        story.apply(new Change.Processes(List.of()));
        story.prompted("a");
        story.completed("a");
        assertThat(runs()).extracting(run -> run.key().server()).containsExactly(PLACE);
    }

    @Test
    void allNamesOfThisMachineAreOneServer() {
        assertThat(List.of("http://localhost:4096", "http://[::1]:4096", "http://127.0.0.2:4096"))
                .allSatisfy(url -> assertThat(new ServerId(url).canonicalUrl()).isEqualTo("http://127.0.0.1:4096"));
        assertThat(new ServerId("http://localhost.example.org:4096").canonicalUrl())
                .isEqualTo("http://localhost.example.org:4096");
    }

    @Test
    void nothingIsWrittenOfTheDemo() {
        Story shown = new Story();
        shown.follow(recorder(shown, server -> true)::onDiff);
        shown.created("d");
        shown.prompted("d");
        shown.completed("d");
        shown.clock.move(PATIENCE);
        shown.created("e");
        assertThat(runs()).isEmpty();
    }

    @Test
    void anEventOfARunningTaskCostsTheRecorderNextToNothing() throws Exception {
        isLocal();
        story.prompted("a");
        List<StoreDiff> diffs = new ArrayList<>();
        story.follow(diffs::add);
        story.called("a", "part-1", ToolCall.State.RUNNING);
        StoreDiff diff = diffs.getFirst();
        assertThat(Allocation.perRound(() -> {
                    recorder.onDiff(diff);
                    return diff;
                }))
                .isLessThan(2_000);
    }

    private RunRecorder recorder(Story told, Predicate<ServerId> demo) {
        return new RunRecorder(
                told.store,
                new ServerIdentities(told.store, PATIENCE),
                ledger,
                new OutcomeRecall(ledger, Runnable::run, change -> {}),
                demo);
    }

    /** A scan finds the server's process. */
    private void isLocal() {
        LocalProcess process =
                new LocalProcess(1, Instant.EPOCH, Optional.of("key"), Optional.of(PLACE), true, Set.of(Story.SERVER));
        story.apply(new Change.Processes(List.of(process)));
    }

    private List<RunRecord> runs() {
        return ledger.newestRuns(10).toCompletableFuture().join();
    }
}
