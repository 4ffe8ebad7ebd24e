package taskglass.engine.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Rig;
import taskglass.engine.V2Sessions;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.transcript.Part.Call;

/** What a session behind the V2 API of a real 1.18.33 writes, for whoever looks at it. */
@NeedsOpenCode
class V2FollowingTest {
    private final String gate = UUID.randomUUID().toString();
    private Rig rig;
    private V2Sessions second;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared());
        second = V2Sessions.of(rig.server);
    }

    @AfterEach
    void close() {
        rig.server.model().gates().open(gate);
        rig.close();
    }

    @Test
    void textIsThereWhileItIsBeingWritten() {
        String session = second.run("steps=0");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        second.prompt(session, "words=3 text=word pause=" + gate);
        FxThread.until(
                "its first word is there",
                () -> TranscriptParts.texts(transcript).stream()
                        .anyMatch(text -> text.open() && text.text().text().equals("word 0 ")));
        rig.server.model().gates().open(gate);
        FxThread.until(
                "all of it is there",
                () -> TranscriptParts.texts(transcript).stream()
                        .anyMatch(text ->
                                !text.open() && text.text().text().strip().equals("word 0 word 1 word 2")));
    }

    @Test
    void aCallIsTheSameReceivedAndRead() {
        String session = second.run("steps=1 hold=" + gate + " gate=" + gate);
        rig.awaitCalls(session, 1);
        LiveTranscript transcript = followed(session);
        rig.server.model().gates().open(gate);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        FxThread.until(
                "the call is over",
                () -> TranscriptParts.calls(transcript).stream()
                        .anyMatch(call -> call.state().over()));
        List<Call> calls = FxThread.ask(() -> TranscriptParts.calls(transcript));
        LiveTranscript again = followed(session);
        FxThread.until("the page is there", again::read);
        assertThat(FxThread.ask(() -> TranscriptParts.calls(again))).isEqualTo(calls);
    }

    @Test
    void aCallTellsItsCommandItsOutputItsTimesAndItsExit() {
        String session = second.run("steps=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        Call call = FxThread.ask(() -> TranscriptParts.calls(transcript)).getFirst();
        assertThat(call.content().title()).isEqualTo("echo step-0-0");
        assertThat(call.content().output().text()).startsWith("step-0-0\n");
        assertThat(call.content().exit()).hasValue(0);
        assertThat(call.span().started().orElseThrow())
                .isBeforeOrEqualTo(call.span().ended().orElseThrow());
    }

    @Test
    void thePromptIsThereAsItWasWritten() {
        String session = second.run("steps=0 text=word");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        assertThat(FxThread.ask(() -> TranscriptParts.texts(transcript))
                        .getFirst()
                        .text()
                        .text())
                .isEqualTo("steps=0 text=word");
    }

    private LiveTranscript followed(String session) {
        return FxThread.ask(() -> rig.engine
                .liveTranscripts()
                .follow(rig.key(session), touched -> assertThat(touched).isNotNull())
                .orElseThrow());
    }
}
