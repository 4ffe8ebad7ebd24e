package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import taskglass.lab.Around;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.TaskStatus;

/** A tool call that its run did not finish, over a server that a test can stop. */
@NeedsOpenCode
class UnfinishedCallTest extends DetailOverServer {
    private static RealOpenCode own;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        own = RealOpenCode.start(new ScriptedModel());
    }

    @AfterAll
    static void closeServer() {
        own.close();
        own.model().close();
    }

    @Override
    public RealOpenCode server() {
        return own;
    }

    @Test
    void aCallReadsUnfinishedOnceItsServerHasEndedAndAfterItIsBack() {
        interact(() -> rig.engine.discovery().startWithProcesses(Around.servers(own)));
        String session = rig.create("killed");
        rig.prompt(session, "steps=1 sleep=600");
        rig.awaitCalls(session, 1);
        select("killed");
        FxThread.until("its call is shown", () -> output().contains("running"));
        restart();
        rig.awaitStatus(session, TaskStatus.INTERRUPTED);
        FxThread.until("its call is over", () -> output().contains("unfinished"));
        rig.awaitListing();
        assertThat(FxThread.ask(this::output)).contains("unfinished").doesNotContain("running");
    }
}
