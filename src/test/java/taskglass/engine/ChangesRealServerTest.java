package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.engine.transcript.LiveTranscript;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.Repository;
import taskglass.task.TaskStatus;
import taskglass.task.transcript.FileChange;

/** The files that a run has changed, as real servers tell them. */
@NeedsOpenCode
class ChangesRealServerTest {
    /** 1.2.27 tells nothing of a file that is written as soon as its first step begins, as this model has it. */
    @ParameterizedTest
    @ValueSource(strings = {"1.15.13", RealOpenCode.PINNED})
    void theChangesOfARunAreTheFilesThatItWrote(String version) throws IOException, InterruptedException {
        try (Rig rig = new Rig(RealOpenCode.shared(version))) {
            see(rig, version);
        }
    }

    private static void see(Rig rig, String version) throws IOException, InterruptedException {
        String directory =
                Repository.in(rig.server.newDirectory("changes-" + version)).toString();
        String in = "?directory=" + RealOpenCode.encoded(Path.of(directory));
        ObjectMapper json = new ObjectMapper();
        String session = rig.server
                .post("/session" + in, json.createObjectNode())
                .path("id")
                .asText();
        ObjectNode body = json.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", "steps=1 tool=write");
        rig.server.post("/session/" + session + "/prompt_async" + in, body);
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        String request = rig.task(session).attention().getFirst().id();
        rig.server.post(
                "/permission/" + request + "/reply" + in,
                json.createObjectNode().put("reply", "once"));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = FxThread.ask(() -> rig.engine
                .liveTranscripts()
                .follow(rig.key(session), touched -> {})
                .orElseThrow());
        FxThread.until("the page is there", transcript::read);
        String prompt =
                FxThread.ask(() -> transcript.log().turns().iterator().next().id());
        // The servers compute them a moment after they say that the session is idle.
        Await.until(
                "the changes are there",
                () -> !rig.outcome(() -> transcript.changes(List.of(prompt))).isEmpty());
        List<FileChange> changes = rig.outcome(() -> transcript.changes(List.of(prompt)));
        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.file()).isEqualTo("out-0.txt");
            assertThat(change.kind()).isEqualTo(FileChange.Kind.ADDED);
            assertThat(change.added()).isEqualTo(1);
            assertThat(change.patch().text()).startsWith("@@ -0,0 +1,1 @@").contains("+line");
        });
    }
}
