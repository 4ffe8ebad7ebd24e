package taskglass.engine.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.engine.Rig;
import taskglass.lab.FxThread;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.TodoItem;
import taskglass.task.ToolCall;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.Turn;

/** The transcript of one task beside a real server: what was written before, and what is being written. */
@OnEachOpenCode
class LiveTranscriptRealServerTest {
    @Parameter
    private String version;

    private final String gate = UUID.randomUUID().toString();
    private Rig rig;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version));
    }

    @AfterEach
    void close() {
        rig.server.model().gates().open(gate);
        rig.close();
    }

    @Test
    void textIsThereWhileItIsBeingWritten() {
        String session = rig.create("live");
        LiveTranscript transcript = followed(session);
        rig.prompt(session, "words=3 text=word pause=" + gate);
        awaitText(transcript, text -> text.text().text().equals("word 0 ") && text.open() && text.whole());
        rig.server.model().gates().open(gate);
        awaitText(transcript, text -> text.text().text().strip().equals("word 0 word 1 word 2") && !text.open());
    }

    @Test
    void ofATextThatHadBegunTheRestIsReceivedAndInTheEndTheWhole() {
        String session = rig.create("late");
        rig.prompt(session, "words=4 text=word delay=300 pause=" + gate);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        FxThread.until(
                "the text has begun",
                () -> rig.server
                        .messages(session, rig.server.project())
                        .toString()
                        .contains("\"text\":\"\""));
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        rig.server.model().gates().open(gate);
        awaitText(
                transcript,
                text -> text.open() && !text.whole() && text.text().text().contains("word 1"));
        awaitText(transcript, text -> text.whole() && text.text().text().contains("word 0 word 1"));
    }

    @Test
    void aCallIsTheSameReceivedAndRead() {
        String session = rig.create("call");
        LiveTranscript transcript = followed(session);
        rig.prompt(session, "steps=1 output=50");
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
        String session = rig.create("content");
        rig.prompt(session, "steps=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        Call call = FxThread.ask(() -> TranscriptParts.calls(transcript)).getFirst();
        assertThat(call.content().title()).isEqualTo("echo step-0-0");
        assertThat(call.content().input().text()).contains("command: echo step-0-0");
        assertThat(call.content().output().text()).isEqualTo("step-0-0\n");
        assertThat(call.content().exit()).hasValue(0);
        assertThat(call.span().started().orElseThrow())
                .isBeforeOrEqualTo(call.span().ended().orElseThrow());
    }

    @Test
    void whatACommandHasPrintedIsThereWhileItRuns() {
        String session = rig.create("running");
        LiveTranscript transcript = followed(session);
        rig.prompt(session, "steps=1 sleep=60");
        FxThread.until(
                "the running call shows its output",
                () -> TranscriptParts.calls(transcript).stream()
                        .anyMatch(call -> call.state() == ToolCall.State.RUNNING
                                && call.content().output().text().contains("step-0-0")));
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void olderPagesComeOnDemandUntilAllMessagesAreThereOnce() {
        String session = rig.create("long");
        rig.notes(session, 45);
        rig.awaitStatus(session, TaskStatus.IDLE);
        List<String> all = new ArrayList<>();
        rig.messages(session).forEach(message -> all.add(message.at("/info/id").asText()));
        LiveTranscript transcript = followed(session);
        FxThread.until("the newest page is there", transcript::read);
        assertThat(FxThread.ask(() -> transcript.log().turns().size())).isEqualTo(20);
        FxThread.ask(() -> {
            transcript.reach(all.getFirst());
            return true;
        });
        FxThread.until(
                "the first message is there",
                () -> transcript.log().turn(all.getFirst()).isPresent());
        assertThat(FxThread.ask(
                        () -> transcript.log().turns().stream().map(Turn::id).toList()))
                .isEqualTo(all);
        assertThat(FxThread.ask(transcript::hasOlder)).isFalse();
    }

    @Test
    void theTodoListFollowsTheAgent() {
        String session = rig.create("todos");
        LiveTranscript transcript = followed(session);
        rig.prompt(session, "steps=2 tool=todo hold=" + gate);
        FxThread.until(
                "the list is there",
                () -> transcript
                        .todos()
                        .equals(List.of(
                                new TodoItem("todo 0", TodoItem.State.IN_PROGRESS),
                                new TodoItem("todo 1", TodoItem.State.PENDING))));
        rig.server.model().gates().open(gate);
        FxThread.until(
                "the list has moved on",
                () -> transcript.todos().contains(new TodoItem("todo 0", TodoItem.State.COMPLETED)));
    }

    @Test
    void anErrorIsKeptAsTheServerWroteIt() {
        String session = rig.create("error");
        rig.prompt(session, "fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        LiveTranscript transcript = followed(session);
        FxThread.until("the page is there", transcript::read);
        List<String> errors = FxThread.ask(() -> transcript.log().turns().stream()
                .flatMap(turn -> turn.error().stream())
                .map(error -> error.raw().text())
                .toList());
        assertThat(errors).singleElement().asString().contains("APIError").contains("scripted failure 400");
    }

    private LiveTranscript followed(String session) {
        return FxThread.ask(() -> rig.engine
                .liveTranscripts()
                .follow(rig.key(session), this::heard)
                .orElseThrow());
    }

    private void heard(NavigableSet<Place> touched) {
        assertThat(touched).isNotNull();
    }

    private static void awaitText(LiveTranscript transcript, Predicate<Text> wanted) {
        FxThread.until(
                "such a text is there",
                () -> TranscriptParts.texts(transcript).stream().anyMatch(wanted));
    }
}
