package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** A prompt that wants structured output, after which OpenCode 1.18 refuses to list the session's messages (trap 32). */
@NeedsOpenCode
class StructuredOutputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "{\"type\":\"json_schema\",\"schema\":{\"type\":\"object\",\"properties\":"
            + "{\"x\":{\"type\":\"string\"}},\"required\":[\"x\"]}}";

    private final RealOpenCode server = RealOpenCode.shared();
    private final String in = "?directory=" + RealOpenCode.encoded(server.project());
    private String session;
    private FaultRig faults;

    @BeforeEach
    void prompt() throws IOException {
        session = server.post("/session" + in, JSON.createObjectNode().put("title", "structured"))
                .path("id")
                .asText();
        ObjectNode prompt = JSON.createObjectNode().put("agent", "build");
        prompt.set("format", JSON.readTree(SCHEMA));
        prompt.putArray("parts").addObject().put("type", "text").put("text", "steps=2 words=1");
        server.post("/session/" + session + "/prompt_async" + in, prompt);
        Await.until("it has begun", this::isBusy);
        Await.until("it has ended", () -> !isBusy());
        faults = new FaultRig();
    }

    @Test
    void trap32WhatCameAfterItIsReadMessageByMessage() throws IOException {
        faults.rig.prompt(session, "steps=1");
        faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
        ObjectNode command = JSON.createObjectNode().put("agent", "build").put("command", "echo one");
        server.post("/session/" + session + "/shell" + in, command);
        try (FaultRig fresh = new FaultRig()) {
            fresh.rig.awaitStatus(session, TaskStatus.COMPLETED);
            FxThread.ask(() -> {
                fresh.rig.engine.requestReading(fresh.rig.key(session));
                return true;
            });
            fresh.rig.awaitCalls(session, 1);
        }
    }

    private boolean isBusy() {
        return server.get("/session/status" + in).has(session);
    }

    @AfterEach
    void close() {
        faults.close();
    }

    @Test
    void trap32TheEndOfItsRunIsReadFromTheNewestMessageAndNothingIsAskedAgain() {
        faults.rig.awaitStatus(session, TaskStatus.FAILED);
        FxThread.ask(() -> {
            faults.rig.engine.requestReading(faults.rig.key(session));
            return true;
        });
        Await.until(
                "all is read that can be",
                () -> FxThread.ask(() -> faults.rig
                        .engine
                        .store()
                        .find(faults.rig.key(session))
                        .filter(faults.rig.engine.store()::isRead)
                        .isPresent()));
        AgentTask task = faults.rig.task(session);
        assertThat(task.run().orElseThrow().tools().exact()).isFalse();
        faults.awaitPolls(2);
        int before = faults.proxy.refusals();
        faults.awaitPolls(5);
        assertThat(faults.proxy.refusals()).isEqualTo(before);
    }
}
