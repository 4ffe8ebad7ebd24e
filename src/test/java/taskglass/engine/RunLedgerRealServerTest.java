package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.ledger.Ledger;
import taskglass.ledger.LedgerFile;
import taskglass.ledger.record.RunRecord;
import taskglass.ledger.record.RunRecord.Calls;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;

/** Each run of a real server stands in the ledger once, as the server has it. */
@NeedsOpenCode
class RunLedgerRealServerTest {
    @TempDir
    private Path home;

    private Ledger ledger;
    private Rig rig;

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRunIsWrittenOnceItHasSettled() {
        watch(RealOpenCode.shared());
        String session = worked("two runs", "steps=3");
        Run run = rig.task(session).run().orElseThrow();
        RunRecord written = awaitRuns(session, 1).getFirst();
        assertThat(written.key().first()).isEqualTo(run.first().id());
        assertThat(written.ending().outcome()).isEqualTo("completed");
        assertThat(written.ending().started()).isEqualTo(run.started());
        assertThat(written.ending().ended()).isEqualTo(run.ended().orElseThrow());
        assertThat(written.tools().values().stream().mapToInt(Calls::all).sum()).isEqualTo(3);
        assertThat(written.own().calls()).isEqualTo(3);
        assertThat(written.exact()).isTrue();
        assertThat(written.about().title()).isEqualTo("two runs");
    }

    @Test
    void theNextRunOfTheSameSessionIsAnotherOne() {
        watch(RealOpenCode.shared());
        String session = worked("two runs", "steps=1");
        awaitRuns(session, 1);
        rig.prompt(session, "steps=2");
        assertThat(awaitRuns(session, 2))
                .extracting(known -> known.own().calls())
                .containsExactly(2, 1);
    }

    @Test
    void whatASubagentSpendsIsKeptApart() {
        watch(RealOpenCode.shared());
        String root = rig.create("a root");
        String child = rig.create("a child", root);
        work(root, "steps=1");
        work(child, "steps=4");
        Await.until(
                "the root's sums hold its child's",
                () -> runs(root).stream().anyMatch(run -> run.subagents().calls() == 4));
        assertThat(awaitRuns(root, 1).getFirst().own().calls()).isEqualTo(1);
        assertThat(awaitRuns(child, 1).getFirst().about().parent()).isEqualTo(root);
    }

    @Test
    void aLocalServerIsNamedByItsDatabaseWhateverItsPort() {
        RealOpenCode server = RealOpenCode.shared();
        watch(server);
        String session = worked("a session", "steps=1");
        assertThat(awaitRuns(session, 1).getFirst().key().server())
                .isEqualTo(Path.of(server.environment().get("XDG_DATA_HOME"), "opencode")
                        .toString());
    }

    private void watch(RealOpenCode server) {
        ledger = Ledger.in(new LedgerFile(home.resolve("taskglass/ledger.db")), Clock.systemUTC(), trouble -> {});
        rig = new Rig(server, engine -> {
            engine.keepIn(ledger);
            engine.discovery().startWithProcesses(Around.servers(server));
        });
    }

    private String worked(String title, String script) {
        String session = rig.create(title);
        work(session, script);
        return session;
    }

    private void work(String session, String script) {
        rig.prompt(session, script);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    /** The session's runs in the ledger once there are so many of them, newest first. */
    private List<RunRecord> awaitRuns(String session, int count) {
        Await.until(
                count + " runs of " + session + " are written",
                () -> runs(session).size() == count);
        return runs(session);
    }

    private List<RunRecord> runs(String session) {
        return ledger.newestRuns(100).toCompletableFuture().join().stream()
                .filter(run -> run.key().session().equals(session))
                .toList();
    }
}
