package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** What a person has undone in a session of 2.x does not count, whether that was heard or listed. */
class V2UndoneTest extends EngineOverOpenCode2 {
    private String second;

    /** A run of two calls, and one of one call. */
    @BeforeEach
    void endTwoRuns() {
        run("port it", "call_1", "call_2");
        second = run("and the printer", "call_3");
        rig.await("the second run is counted", task -> OpenCode2Rig.calls(task) == 1);
        rig.awaitStatus(TaskStatus.COMPLETED);
    }

    /** Returns the prompt's id. */
    private String run(String prompt, String... calls) {
        String id = agents.begin(session, prompt);
        for (String call : calls) {
            String step = agents.step(session);
            agents.call(session, step, call, "shell");
            agents.callEnds(session, step, call);
            agents.stepEnds(session, step, "tool-calls");
        }
        agents.stepEnds(session, agents.step(session), "stop");
        agents.succeed(session);
        return id;
    }

    @Test
    void anUndoneRunDoesNotCountAndTheOneBeforeItDoesAgain() {
        agents.undo(session, second);
        rig.await("the run before counts", task -> OpenCode2Rig.calls(task) == 2);
        assertThat(rig.task().undone()).isTrue();
        assertThat(rig.task().status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void whatIsTakenBackCountsAgain() {
        agents.undo(session, second);
        rig.await("the run before counts", task -> OpenCode2Rig.calls(task) == 2);
        agents.redo(session);
        rig.await("the second run counts", task -> OpenCode2Rig.calls(task) == 1 && !task.undone());
    }

    @Test
    void whatWasUndoneWhileNobodyListenedIsListed() {
        rig.server.refuseStreams();
        agents.undo(session, second);
        rig.await("the run before counts", task -> task.undone() && OpenCode2Rig.calls(task) == 2);
    }

    @Test
    void whatIsPromptedAfterwardsIsTheLatestRunAndNothingIsUndoneThen() {
        agents.undo(session, second);
        rig.await("it is undone", AgentTask::undone);
        run("and the docs", "call_4", "call_5", "call_6");
        rig.await("the new run is counted", task -> OpenCode2Rig.calls(task) == 3 && !task.undone());
        rig.awaitStatus(TaskStatus.COMPLETED);
    }

    @Test
    void whereTheOnlyRunIsUndoneThereIsNone() {
        agents.undo(session, agents.prompts(session).getFirst());
        rig.await("there is no run", task -> task.undone() && task.run().isEmpty());
    }
}
