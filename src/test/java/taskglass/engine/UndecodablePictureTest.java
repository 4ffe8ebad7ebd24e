package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.Outcome;
import taskglass.task.TaskStatus;

/** A prompt with a picture that cannot be decoded: OpenCode 1.18 takes it, writes no message, and sends an event (trap 38). */
@NeedsOpenCode
class UndecodablePictureTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void trap38WhatTheEventReportedIsShown() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model);
                Rig rig = new Rig(server)) {
            String session = rig.create("looks at a picture");
            ObjectNode body = JSON.createObjectNode().put("agent", "build");
            body.putArray("parts")
                    .addObject()
                    .put("type", "file")
                    .put("mime", "image/png")
                    .put("filename", "picture.png")
                    .put("url", "data:image/png;base64,AAAA");
            server.post("/session/" + session + "/prompt_async" + rig.in(), body);
            rig.awaitStatus(session, TaskStatus.FAILED);
            assertThat(rig.task(session).outcome().orElseThrow()).isInstanceOf(Outcome.Failed.class);
        }
    }
}
