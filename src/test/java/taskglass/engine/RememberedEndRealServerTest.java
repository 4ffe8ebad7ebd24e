package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import taskglass.ShellRun;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.ledger.Ledger;
import taskglass.ledger.LedgerFile;
import taskglass.task.Reason;
import taskglass.task.TaskStatus;

/** What a real server does not keep about the end of a run is still known after a restart, and in another window. */
@NeedsOpenCode
class RememberedEndRealServerTest {
    private final List<Rig> open = new ArrayList<>();
    private final RealOpenCode server = RealOpenCode.shared();

    @TempDir
    private Path home;

    @AfterEach
    void close() {
        open.forEach(Rig::close);
    }

    @Test
    void aFailureThatOnlyAnEventToldKeepsItsReasonAfterARestart() {
        Rig first = watch();
        String session = first.create("fails");
        first.prompt(session, "no-such-agent", "steps=1");
        first.awaitStatus(session, TaskStatus.FAILED);
        Reason before = reason(first, session);
        Await.until("it is written", () -> isWritten(session));
        first.close();
        Rig second = watch();
        second.awaitStatus(session, TaskStatus.FAILED);
        assertThat(reason(second, session)).isEqualTo(before);
        assertThat(before.detail()).contains("no-such-agent");
    }

    @Test
    void aCancelBetweenTwoTriesIsStillOneAfterARestart() {
        Rig first = watch();
        String session = cancelledBetweenTwoTries(first);
        first.close();
        watch().awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void aCancelFromOneWindowIsOneInTheOther() {
        Rig first = watch();
        Rig other = watch();
        String session = cancelledBetweenTwoTries(first);
        other.awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void aLaterLsReadsCancelledToo() {
        Rig first = watch();
        String session = cancelledBetweenTwoTries(first);
        first.close();
        ShellRun ls = ShellRun.keeping(ledger(), server.baseUrl(), "ls", "--limit", "0");
        assertThat(ls.lines())
                .anySatisfy(line ->
                        assertThat(line).contains(session.substring(0, 12)).containsIgnoringCase("cancelled"));
    }

    @Test
    void aRunThatSettlesBeforeTwoWindowsIsReportedByOne() {
        Rig one = watch();
        Rig other = watch();
        String session = one.create("told once");
        one.prompt(session, "steps=2");
        one.awaitStatus(session, TaskStatus.COMPLETED);
        other.awaitStatus(session, TaskStatus.COMPLETED);
        Await.until("it is reported", () -> reports(session, one, other) > 0);
        one.awaitListing();
        other.awaitListing();
        assertThat(reports(session, one, other)).isEqualTo(1);
    }

    private boolean isWritten(String session) {
        try (Ledger ledger = ledger()) {
            return ledger.newestRuns(100).toCompletableFuture().join().stream()
                    .anyMatch(run -> run.key().session().equals(session));
        }
    }

    private static int reports(String session, Rig... windows) {
        return List.of(windows).stream()
                .mapToInt(window -> window.notices(session).size())
                .sum();
    }

    private static String cancelledBetweenTwoTries(Rig rig) {
        String session = rig.create("retries");
        rig.prompt(session, "fail=503");
        rig.awaitStatus(session, TaskStatus.RETRYING);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        return session;
    }

    private static Reason reason(Rig rig, String session) {
        return rig.task(session).outcome().orElseThrow().why();
    }

    private Rig watch() {
        Rig rig = new Rig(server, engine -> {
            engine.keepIn(ledger());
            engine.discovery().startWithProcesses(Around.servers(server));
        });
        open.add(rig);
        return rig;
    }

    private Ledger ledger() {
        return Ledger.in(new LedgerFile(home.resolve("taskglass/ledger.db")), Clock.systemUTC(), trouble -> {});
    }
}
