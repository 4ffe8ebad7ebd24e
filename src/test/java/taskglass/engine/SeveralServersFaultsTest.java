package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.OpenCode2;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.ServerHealth;

/** Two servers in one list, a real 1.18.33 and a scripted 2.x: what goes wrong with one takes nothing from the other. */
@NeedsOpenCode
class SeveralServersFaultsTest {
    enum Fault {
        DROPPED {
            @Override
            void befall(FaultProxy proxy) {
                proxy.events().drop();
            }
        },
        ERRORS_500 {
            @Override
            void befall(FaultProxy proxy) {
                proxy.answer(path -> true, Answer.BROKEN);
                proxy.events().drop();
            }
        },
        HUNG {
            @Override
            void befall(FaultProxy proxy) {
                proxy.hold(path -> true);
                proxy.events().drop();
            }
        },
        REFUSED {
            @Override
            void befall(FaultProxy proxy) {
                proxy.refuse();
            }

            @Override
            void end(FaultProxy proxy) throws IOException {
                proxy.accept();
            }
        };

        abstract void befall(FaultProxy proxy);

        void end(FaultProxy proxy) throws IOException {
            proxy.answerAsTheServerDoes();
            proxy.letGo();
        }
    }

    private final String gate = UUID.randomUUID().toString();
    private final String script = "steps=2 hold=" + gate;
    private FaultRig faults;
    private OpenCode2 second;
    private FaultProxy between;
    private String session;

    @BeforeEach
    void watch() throws IOException {
        second = new OpenCode2();
        session = second.agents().session("Port the parser");
        between = new FaultProxy(second.baseUrl());
        faults = new FaultRig(Api.V2);
        Credentials credentials = new Credentials("opencode", OpenCode2.PASSWORD);
        FxThread.ask(() -> {
            faults.rig.engine.watch(new Connection(new Endpoint(id(), Optional.of(credentials))));
            return true;
        });
        awaitSecond(ServerHealth.ConnectionState.LIVE);
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
        between.close();
        second.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSecondServerIsAsTrueAsEverWhateverBefallsTheFirst(Fault fault) throws IOException {
        String first = faults.begin(script);
        fault.befall(faults.proxy);
        String step = beginsAtTheSecond();
        endsAtTheSecond(step);
        awaitAtTheSecond(TaskStatus.COMPLETED);
        assertThat(second()).isEqualTo(ServerHealth.ConnectionState.LIVE);
        faults.finish(first, gate);
        fault.end(faults.proxy);
        faults.awaitTrue(first, TaskStatus.COMPLETED);
        faults.assertReportedOnce(first, TaskStatus.COMPLETED);
        assertThat(faults.rig.noticesOf(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstServerIsAsTrueAsEverWhateverBefallsTheSecond(Fault fault) throws IOException {
        String step = beginsAtTheSecond();
        awaitAtTheSecond(TaskStatus.RUNNING);
        fault.befall(between);
        String first = faults.begin(script);
        faults.finish(first, gate);
        faults.assertTrueSoon(first, TaskStatus.COMPLETED);
        faults.rig.awaitHealth(ServerHealth.ConnectionState.LIVE);
        endsAtTheSecond(step);
        fault.end(between);
        awaitAtTheSecond(TaskStatus.COMPLETED);
        assertThat(faults.rig.noticesOf(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aServerThatIsKilledTakesNoOtherAlong() {
        beginsAtTheSecond();
        awaitAtTheSecond(TaskStatus.RUNNING);
        second.close();
        between.close();
        awaitSecond(ServerHealth.ConnectionState.UNREACHABLE);
        String first = faults.begin(script);
        faults.finish(first, gate);
        faults.assertTrueSoon(first, TaskStatus.COMPLETED);
        awaitAtTheSecond(TaskStatus.RUNNING);
    }

    private String beginsAtTheSecond() {
        second.agents().begin(session, "port it");
        String step = second.agents().step(session);
        second.agents().call(session, step, "call_1", "bash");
        return step;
    }

    private void endsAtTheSecond(String step) {
        second.agents().callEnds(session, step, "call_1");
        second.agents().stepEnds(session, step, "stop");
        second.agents().succeed(session);
    }

    private ServerId id() {
        return new ServerId(between.baseUrl());
    }

    private ServerHealth.ConnectionState second() {
        return FxThread.ask(() -> faults.rig.engine.store().health(id()).state());
    }

    private void awaitSecond(ServerHealth.ConnectionState state) {
        Await.until("the second server is " + state, () -> second() == state);
    }

    private void awaitAtTheSecond(TaskStatus status) {
        Await.until(
                "it is " + status + " at the second server",
                () -> FxThread.ask(() -> faults.rig
                        .engine
                        .store()
                        .find(new TaskKey(id(), session))
                        .filter(task -> task.status() == status)
                        .filter(task -> status != TaskStatus.COMPLETED
                                || task.run().orElseThrow().tools().count() == 1)
                        .isPresent()));
    }
}
