package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.status.ServerHealth;

/** What goes wrong with a real server's answers while a task ends there, and the book that is true afterwards. */
@NeedsOpenCode
@ParameterizedClass(name = "{0}")
@EnumSource
class AnswerFaultsTest {
    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;
    private final Api api;
    private FaultRig faults;

    AnswerFaultsTest(Api api) {
        this.api = api;
    }

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig(api);
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
    }

    @Test
    void errors500AreTroubleWithTheServerAndNotWithItsTasks() {
        endsDuring(Answer.BROKEN, ServerHealth.ConnectionState.UNREACHABLE);
    }

    @Test
    void a401InTheMiddleAsksForThePasswordAndLosesNothing() {
        endsDuring(Answer.UNAUTHORISED, ServerHealth.ConnectionState.UNAUTHORISED);
    }

    @Test
    void aPageWithStatus200IsNotBelieved() {
        endsDuring(Answer.PAGE, ServerHealth.ConnectionState.NOT_OPENCODE);
    }

    @Test
    void halfAJsonAnswerIsNotBelieved() {
        endsDuring(Answer.GARBAGE, ServerHealth.ConnectionState.NOT_OPENCODE);
    }

    /** With the stream gone as well, so that only answers could tell. */
    private void endsDuring(Answer answer, ServerHealth.ConnectionState state) {
        String session = faults.begin(script);
        faults.proxy.answer(path -> true, answer);
        faults.proxy.events().drop();
        faults.rig.awaitHealth(state);
        faults.finish(session, gate);
        assertThat(faults.rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
        faults.proxy.answerAsTheServerDoes();
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
        faults.rig.awaitHealth(ServerHealth.ConnectionState.LIVE);
    }

    @Test
    void aSessionWhoseMessagesCannotBeReadHidesNoOther() {
        String broken = faults.begin(script);
        faults.proxy.answer(path -> path.contains("/session/" + broken + "/"), Answer.BROKEN);
        faults.proxy.events().drop();
        String other = faults.prompted("steps=1");
        faults.rig.awaitStatus(other, TaskStatus.COMPLETED);
        faults.finish(broken, gate);
        faults.proxy.answerAsTheServerDoes();
        faults.assertTrueSoon(broken, TaskStatus.COMPLETED);
    }

    @Test
    void answersSlowerThanThePollsUndoNothing() {
        String session = faults.begin(script);
        faults.proxy.delay(FaultRig.QUICK.busy().plusMillis(50));
        faults.finish(session, gate);
        faults.assertTrueSoon(session, TaskStatus.COMPLETED);
        assertThat(faults.everSeen(session, TaskStatus.INTERRUPTED)).isFalse();
    }
}
