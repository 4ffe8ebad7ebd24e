package taskglass.engine.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.FaultRig;
import taskglass.lab.Await;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** What goes wrong on the way while a transcript is read and followed. */
@NeedsOpenCode
class FollowingFaultsTest {
    private final String gate = UUID.randomUUID().toString();
    private FaultRig faults;

    @BeforeEach
    void watch() throws IOException {
        faults = new FaultRig();
    }

    @AfterEach
    void close() {
        faults.open(gate);
        faults.close();
    }

    @Test
    void aSlowAnswerOfAnEarlierSelectionNeverShows() {
        String slow = settled("words=1 text=slow");
        String next = settled("words=1 text=next");
        List<String> received = new ArrayList<>();
        faults.proxy.hold(path -> path.startsWith("/session/" + slow + "/"));
        LiveTranscript first = follow(slow, received);
        LiveTranscript second = follow(next, received);
        FxThread.until("the second is read", second::read);
        faults.proxy.letGo();
        faults.awaitPolls(2);
        LiveTranscript third = follow(next, received);
        FxThread.until("another is read", third::read);
        assertThat(FxThread.ask(first::read)).isFalse();
        assertThat(FxThread.ask(() -> received)).doesNotContain(slow).contains(next);
    }

    @Test
    void whatWasWrittenWhileTheStreamWasAwayIsReadWhenItIsBack() {
        String session = faults.begin("steps=2 words=2 text=after hold=" + gate);
        LiveTranscript transcript = follow(session, new ArrayList<>());
        FxThread.until("the page is there", transcript::read);
        faults.proxy.events().drop();
        faults.finish(session, gate);
        FxThread.until("the last text is there", () -> texts(transcript).contains("after 0 after 1"));
    }

    @Test
    void whatAStreamThatSeemsWholeHasSwallowedIsReadOnceTheRunHasEnded() {
        String session = faults.begin("steps=2 words=2 text=swallowed hold=" + gate);
        LiveTranscript transcript = follow(session, new ArrayList<>());
        FxThread.until("the page is there", transcript::read);
        faults.proxy.events().pass(Passage.ONLY_HEARTBEATS);
        faults.finish(session, gate);
        FxThread.until("the last text is there", () -> texts(transcript).contains("swallowed 0 swallowed 1"));
    }

    @Test
    void aTextThatIsBeingWrittenWhenTheStreamBreaksIsWholeInTheEnd() {
        String session = faults.rig.create("broken text");
        LiveTranscript transcript = follow(session, new ArrayList<>());
        faults.rig.prompt(session, "words=3 text=word pause=" + gate);
        FxThread.until("the text has begun", () -> texts(transcript).contains("word 0"));
        faults.proxy.events().drop();
        FxThread.until(
                "it is marked as broken",
                () -> TranscriptParts.texts(transcript).stream().anyMatch(text -> !text.whole()));
        faults.finish(session, gate);
        FxThread.until("the text is whole", () -> texts(transcript).contains("word 0 word 1 word 2"));
    }

    @Test
    void aTranscriptThatCannotBeReadSaysWhyAndIsReadOnTheNextTry() {
        String session = settled("words=1 text=later");
        faults.proxy.answer(path -> path.endsWith("/message"), Answer.BROKEN);
        LiveTranscript transcript = follow(session, new ArrayList<>());
        FxThread.until("it says why", () -> transcript.trouble().isPresent());
        faults.proxy.answerAsTheServerDoes();
        FxThread.ask(() -> {
            transcript.refresh();
            return true;
        });
        FxThread.until("it is there", () -> texts(transcript).contains("later 0"));
        assertThat(FxThread.ask(transcript::trouble)).isEmpty();
    }

    private String settled(String script) {
        String session = faults.rig.create(script);
        faults.rig.prompt(session, script);
        faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
        Await.until(
                "the server is done",
                () -> !faults.server.get("/session/status").has(session));
        return session;
    }

    private LiveTranscript follow(String session, List<String> received) {
        return FxThread.ask(() -> faults.rig
                .engine
                .liveTranscripts()
                .follow(faults.rig.key(session), touched -> received.add(session))
                .orElseThrow());
    }

    private static List<String> texts(LiveTranscript transcript) {
        return TranscriptParts.texts(transcript).stream()
                .map(text -> text.text().text().strip())
                .toList();
    }
}
