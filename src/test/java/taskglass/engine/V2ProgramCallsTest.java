package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;

/** How the calls of a program that the model wrote are counted, on the scripted 2.x. */
class V2ProgramCallsTest extends EngineOverOpenCode2 {
    @Test
    void aCallThatMayHideOthersMakesTheCountALowerBound() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("all of it is read", task -> task.run().flatMap(Run::usage).isPresent());
        assertThat(rig.task().run().orElseThrow().tools().exact()).isFalse();
    }

    @Test
    void theCallsOfAProgramAreCountedAsTheyAreReportedAndThenTheCountIsExact() {
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.program(session, "call_1", List.of("github.issues"));
        rig.await("the first is counted", task -> OpenCode2Rig.calls(task) == 2);
        agents.program(session, "call_1", List.of("github.issues", "github.close"));
        rig.await("both are counted", task -> OpenCode2Rig.calls(task) == 3);
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        rig.await("all of it is read", task -> task.run().flatMap(Run::usage).isPresent());
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(3);
        assertThat(rig.task().run().orElseThrow().tools().exact()).isTrue();
    }

    @Test
    void theCallsOfAProgramThatNobodyReceivedAreReadWithItsCall() {
        agents.begin(session, "port it");
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        String step = agents.step(session);
        agents.call(session, step, "call_1", "execute");
        agents.program(session, "call_1", List.of("github.issues", "github.close"));
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        rig.awaitStatus(TaskStatus.COMPLETED);
        assertThat(OpenCode2Rig.calls(rig.task())).isEqualTo(3);
    }
}
