package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.task.TaskStatus;

/** What happens at a server of 2.x while its stream is down, and what waits in line when a task is cancelled there. */
class OpenCode2GapTest extends EngineOverOpenCode2 {
    @Test
    void aFailureThatNoMessageTellsIsReadFromTheLog() {
        agents.begin(session, "port it");
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.dropStreams();
        agents.fail(session, "there is no key for this model");
        rig.awaitStatus(TaskStatus.FAILED);
        assertThat(rig.task().outcome().orElseThrow().why().english()).isEqualTo("there is no key for this model");
    }

    @Test
    void whatTheLogAndTheListingTellIsReportedOnce() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "bash");
        rig.await("the call is told", task -> OpenCode2Rig.calls(task) == 1);
        rig.server.dropStreams();
        agents.callEnds(session, step, "call_1");
        agents.call(session, step, "call_2", "bash");
        agents.callEnds(session, step, "call_2");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("both calls are counted", task -> OpenCode2Rig.calls(task) == 2);
        rig.awaitListing();
        assertThat(rig.statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void anOldSessionThatWorkedWhollyInAGapIsSeen() {
        List<String> newer = IntStream.range(0, 120)
                .mapToObj(number -> agents.session("Session " + number))
                .toList();
        rig.server.dropStreams();
        Await.until("all are listed", () -> rig.listed().containsAll(newer));
        rig.server.refuseStreams();
        agents.begin(session, "port it");
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        rig.server.acceptStreams();
        rig.awaitStatus(TaskStatus.COMPLETED);
    }

    @Test
    void aCancelDropsWhatWaitsInLine() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.queue(session, "and then the printer");
        agents.queue(session, "and then the docs");
        rig.cancel();
        rig.awaitStatus(TaskStatus.CANCELLED);
        Await.until("nothing waits any more", () -> agents.waiting(session) == 0);
    }
}
