package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;

/** The scenarios that were recorded of the V2 runtime of 1.18.33, run live: what is shown is what its messages say. */
@NeedsOpenCode
class V2ScenariosTest {
    enum Scenario {
        THREE_TOOLS("steps=3", TaskStatus.COMPLETED, 3),
        PROVIDER_400("fail=400", TaskStatus.FAILED, 0),
        PROVIDER_500("fail=500", TaskStatus.FAILED, 0),
        PERMISSION("steps=1 tool=webfetch", TaskStatus.COMPLETED, 1, new Answer.Once()),
        QUESTION("steps=1 tool=question", TaskStatus.COMPLETED, 1, new Answer.Chosen(List.of(List.of("red")))),
        /** This runtime has no tool for subagents: the call fails, and the run goes on. */
        SUBAGENT("steps=1 tool=task sub=2", TaskStatus.COMPLETED, 1),
        INTERRUPT("steps=1 sleep=30", TaskStatus.CANCELLED, 1);

        private final String script;
        private final TaskStatus end;
        private final int calls;

        @SuppressWarnings("ImmutableEnumChecker") // an answer is a record of texts
        private final Optional<Answer> answer;

        Scenario(String script, TaskStatus end, int calls, Answer... answer) {
            this.script = script;
            this.end = end;
            this.calls = calls;
            this.answer = List.of(answer).stream().findFirst();
        }
    }

    private FaultRig faults;
    private Rig rig;
    private V2Sessions second;

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig();
        rig = faults.rig;
        second = V2Sessions.of(faults.server);
    }

    @AfterEach
    void close() {
        faults.close();
    }

    @ParameterizedTest
    @EnumSource
    void statusOutcomeAndCallsAreThoseOfTheServersMessages(Scenario scenario) {
        String session = second.run(scenario.script);
        scenario.answer.ifPresent(answer -> answer(session, answer));
        if (scenario == Scenario.INTERRUPT) {
            rig.awaitCalls(session, scenario.calls);
            rig.cancel(session);
        }
        rig.awaitStatus(session, scenario.end);
        second.awaitIdle(session);
        assertThat(second.verdict(session)).isEqualTo(scenario.end);
        assertThat(second.toolCalls(session)).isEqualTo(scenario.calls);
        rig.awaitCalls(session, second.toolCalls(session));
        AgentTask task = rig.task(session);
        assertThat(task.outcome().orElseThrow().toString()).contains(second.error(session));
        faults.assertReportedOnce(session, scenario.end);
    }

    @Test
    void aPermissionIsReportedInPlainWords() {
        String session = second.run("steps=1 tool=webfetch");
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        assertThat(rig.task(session).attention().getFirst().topic()).isEqualTo("webfetch");
        answer(session, new Answer.Once());
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    private void answer(String session, Answer answer) {
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        Attention request = rig.task(session).attention().getFirst();
        FxThread.ask(() -> {
            rig.engine.answer(rig.key(session), request.id(), answer);
            return true;
        });
    }
}
