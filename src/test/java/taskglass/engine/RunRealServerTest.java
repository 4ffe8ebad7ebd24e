package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;

/** Traps 30, 31 and 35 on real servers: what a server, a command or a person does to a session that is no run. */
@OnEachOpenCode
class RunRealServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    private String version;

    private Rig rig;
    private String session;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version));
        session = rig.create("a session");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void trap30ARunThatIsSummedUpOnItsWayIsOneRun() throws IOException {
        rig.prompt(session, "steps=5 full=4");
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.awaitListing();
        Run run = rig.task(session).run().orElseThrow();
        assertThat(rig.messages(session).toString()).contains("\"compaction\"");
        assertThat(run.tools().count()).isEqualTo(5);
        assertThat(run.started().toEpochMilli())
                .isEqualTo(rig.messages(session).at("/0/info/time/created").asLong());
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void trap30ASummaryThatAPersonWantsChangesNothing() {
        AgentTask before = worked();
        ObjectNode model = JSON.createObjectNode().put("providerID", "lab").put("modelID", "scripted");
        post("summarize", model);
        awaitMessages(2);
        assertSame(before);
    }

    @Test
    void trap31ACommandOfAPersonChangesNothing() {
        AgentTask before = worked();
        post("shell", JSON.createObjectNode().put("agent", "build").put("command", "echo one"));
        awaitMessages(2);
        assertSame(before);
    }

    @Test
    void trap31ToCancelStopsTheCommandAndChangesNothingElse() {
        AgentTask before = worked();
        Thread.ofVirtual()
                .start(() -> post(
                        "shell", JSON.createObjectNode().put("agent", "build").put("command", "sleep 600")));
        Await.until("it works", () -> rig.task(session).sideActivity().isPresent());
        FxThread.ask(() -> {
            rig.engine.cancel(List.of(rig.task(session).key()));
            return true;
        });
        Await.until("it has stopped", () -> rig.task(session).sideActivity().isEmpty());
        assertSame(before);
    }

    @Test
    void trap31ACommandBeforeAnyPromptIsNoRun() {
        post("shell", JSON.createObjectNode().put("agent", "build").put("command", "exit 3"));
        rig.awaitListing();
        rig.awaitListing();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.IDLE);
        assertThat(rig.task(session).run()).isEmpty();
        assertThat(rig.notices(session)).isEmpty();
    }

    @Test
    void trap35WhatAPersonUndoesDoesNotCountUntilThatIsTakenBack() {
        AgentTask before = worked();
        String prompt = rig.messages(session).at("/0/info/id").asText();
        post("revert", JSON.createObjectNode().put("messageID", prompt));
        Await.until("it is undone", () -> rig.task(session).undone());
        assertThat(rig.task(session).run()).isEmpty();
        post("unrevert", JSON.createObjectNode());
        Await.until("it is taken back", () -> !rig.task(session).undone());
        rig.awaitListing();
        assertSame(before);
    }

    /** The session after a run of two calls. */
    private AgentTask worked() {
        rig.prompt(session, "steps=2");
        rig.awaitStatus(session, TaskStatus.RUNNING);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.awaitCalls(session, 2);
        return rig.task(session);
    }

    private void assertSame(AgentTask before) {
        rig.awaitListing();
        AgentTask now = rig.task(session);
        assertThat(now.status()).isEqualTo(before.status());
        assertThat(now.run().orElseThrow().tools().count()).isEqualTo(2);
        assertThat(now.started()).isEqualTo(before.started());
        assertThat(now.ended()).isEqualTo(before.ended());
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    private void awaitMessages(int more) {
        int before = 4;
        Await.until("the server has them", () -> rig.messages(session).size() >= before + more);
        rig.awaitListing();
    }

    private void post(String what, ObjectNode body) {
        String in = "?directory=" + RealOpenCode.encoded(rig.server.project());
        rig.server.post("/session/" + session + "/" + what + in, body);
    }
}
