package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.CANCELLED;
import static taskglass.task.TaskStatus.COMPLETED;
import static taskglass.task.TaskStatus.FAILED;
import static taskglass.task.TaskStatus.INTERRUPTED;
import static taskglass.task.TaskStatus.RETRYING;
import static taskglass.task.TaskStatus.RUNNING;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.opencode.events.EventWire;
import taskglass.opencode.v2.V2MessageOrder;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.wire.PartWire;
import taskglass.task.Activity;
import taskglass.task.Reason;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.ToolCall;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.PartUpdate;

/** The traps of V2 that a recording shows, each by its number; the rest are played by the scripted server. */
class V2TrapsTest {
    private static final String JULY = "2.0-july";
    private static final String SHIM = "2.0.26-shim";

    @ParameterizedTest
    @ValueSource(strings = {JULY + "/interrupt-in-tool", JULY + "/interrupt-in-text", SHIM + "/interrupt-in-tool"})
    void trap1AStepThatWasAbortedIsNoFailureAndTheExecutionSaysWhoDidIt(String story) {
        assertThat(new Replay(story).statuses()).endsWith(RUNNING, CANCELLED).doesNotContain(FAILED);
    }

    @Test
    void trap2ARejectedPermissionEndsAsShutdownAndIsReportedAsRejected() {
        assertInterrupted(JULY + "/permission-reject", Reason.Code.PERMISSION_REJECTED);
        assertInterrupted(SHIM + "/permission-reject", Reason.Code.PERMISSION_REJECTED);
    }

    @Test
    void trap2ADismissedQuestionEndsAsShutdownAndIsReportedAsDismissed() {
        assertInterrupted(JULY + "/question-dismissed", Reason.Code.QUESTION_DISMISSED);
    }

    private static void assertInterrupted(String story, Reason.Code why) {
        AgentTask task = new Replay(story).play().task();
        assertThat(task.status()).isEqualTo(INTERRUPTED);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap7AnAnswerThatAKilledServerLeftOpenHasNoDurationToTheNextPrompt(String set) {
        Recording recording = Recording.of(set + "/server-killed-while-running");
        List<JsonNode> messages = recording
                .json()
                .at("/rest/messages/data")
                .valueStream()
                .toList()
                .reversed();
        JsonNode left =
                V2Messages.asV1(messages.get(1), "ses_1", new V2MessageOrder()).orElseThrow();
        long began = left.at("/info/time/created").asLong();
        assertThat(left.at("/info/time/completed").asLong()).isBetween(began, began + 1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap8AnInterruptBetweenRetriesIsRememberedFromItsEvent(String set) {
        assertThat(new Replay(set + "/provider-500").play().task().status()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap8AnInterruptBetweenRetriesIsReadFromTheLog(String set) throws IOException {
        Recording recording = Recording.of(set + "/provider-500");
        try (ListedStore listed = new ListedStore(recording, true).poll(3)) {
            assertThat(listed.task(recording.session()).status()).isEqualTo(CANCELLED);
        }
    }

    @Test
    void trap9AStepThatStartsAgainForARetryIsTheSameAnswer() {
        Replay replay = new Replay(JULY + "/provider-500");
        assertThat(answers(replay))
                .hasSizeGreaterThan(1)
                .containsOnly(answers(replay).getFirst());
        assertThat(replay.statuses()).containsSubsequence(RETRYING, RUNNING, RETRYING, CANCELLED);
        assertThat(new Replay(JULY + "/provider-500").playUntil(RETRYING).task().activity())
                .isInstanceOfSatisfying(
                        Activity.Retrying.class,
                        retry -> assertThat(retry.attempt()).isEqualTo(2));
    }

    private static List<String> answers(Replay replay) {
        return replay.recording.changes().stream()
                .map(change -> ((Change.Heard) change).fact())
                .filter(Fact.Answered.class::isInstance)
                .map(fact -> ((Fact.Answered) fact).message().id())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap11ParallelCallsOfOneMessageAreCountedByTheirIds(String set) {
        Replay replay = new Replay(set + "/parallel-tools").play();
        assertThat(replay.task().run().orElseThrow().tools().count()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap15AnUnknownAgentsFailureIsTheFailedRunOfThePromptThatWasNeverDelivered(String set) {
        Replay replay = new Replay(set + "/errors").play();
        AgentTask task = second(replay);
        assertThat(task.status()).isEqualTo(FAILED);
        assertThat(task.outcome().orElseThrow().why().english()).isEqualTo("Agent not found: \"no-such-agent\"");
        assertThat(task.run().orElseThrow().tools().count()).isZero();
        assertThat(task.run().orElseThrow().first().id()).isNotEmpty();
    }

    private static AgentTask second(Replay replay) {
        String id =
                replay.recording.answer("POST /api/session", 1).at("/data/id").asText();
        return replay.store.find(new TaskKey(Recording.SERVER, id)).orElseThrow();
    }

    @Test
    void trap17ASessionIsCalledAsTheLastRenamingSays() {
        Replay replay = new Replay(JULY + "/renamed-elsewhere");
        List<String> titles = replay.recording.changes().stream()
                .map(change -> replay.apply(change).task().session().title())
                .distinct()
                .toList();
        assertThat(titles).endsWith("Title 0 Title 1 Title 2", "Given elsewhere");
    }

    @Test
    void trap23ACursorThatComesWithTheLastPageIsNotFollowedForEver() throws IOException {
        Recording recording = Recording.of(JULY + "/pages");
        try (ListedStore listed = new ListedStore(recording, false).poll(1)) {
            assertThat(listed.server().asked())
                    .filteredOn(path -> path.endsWith("/message"))
                    .hasSizeLessThan(8);
        }
    }

    @Test
    void trap26AnInterruptThatAnIdleServerAcceptsChangesNothing() {
        Replay replay = new Replay(JULY + "/interrupt-in-tool").play();
        assertThat(replay.recording.answer("POST .*/interrupt", 1).asText()).isEmpty();
        assertThat(replay.task().status()).isEqualTo(CANCELLED);
    }

    @Test
    void trap27APermissionOfV2IsDistinguishedFromOneOfV1ByWhatItCarries() throws IOException {
        String second = "{\"type\":\"permission.asked\",\"data\":{\"id\":\"per_1\",\"sessionID\":\"ses_1\","
                + "\"action\":\"shell\",\"resources\":[\"make\"]}}";
        String first = "{\"payload\":{\"type\":\"permission.asked\",\"properties\":{\"id\":\"per_1\","
                + "\"sessionID\":\"ses_1\",\"permission\":\"bash\",\"patterns\":[\"make\"]}}}";
        assertThat(List.of(topic(second), topic(first))).containsExactly("shell", "bash");
    }

    private static String topic(String event) throws IOException {
        Fact fact = new EventWire(Recording.SERVER).parse(event).getFirst().fact();
        return ((Fact.Asked) fact).request().topic();
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap28ACallThatWasRejectedWithWordsHasFailedWithWordsAndTheRunGoesOn(String set) {
        Replay replay = new Replay(set + "/permission-reject-with-message").play();
        assertThat(replay.task().status()).isEqualTo(COMPLETED);
        assertThat(replay.task().run().orElseThrow().tools().calls().map(ToolCall::state))
                .containsExactly(ToolCall.State.ERROR);
        assertThat(errors(replay.recording))
                .allSatisfy(error -> assertThat(error).isNotBlank());
    }

    private static List<String> errors(Recording recording) {
        return recording
                .json()
                .at("/rest/messages/data")
                .valueStream()
                .flatMap(message -> V2Messages.asV1(message, "ses_1", new V2MessageOrder()).stream())
                .flatMap(message -> PartWire.updates(message).stream())
                .flatMap(update -> update instanceof PartUpdate.Changed(Part.Call call)
                        ? Optional.of(call.content().output().toString()).stream()
                        : Optional.<String>empty().stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap29NothingAfterDeletedRevivesASession(String set) {
        Replay replay = new Replay(set + "/deleted-while-running").play();
        Optional<AgentTask> deleted = replay.store.find(replay.recording.session());
        assertThat(deleted.map(AgentTask::status)).isIn(Optional.empty(), Optional.of(CANCELLED));
        replay.recording.changes().stream()
                .filter(change -> !(((Change.Heard) change).fact() instanceof Fact.Deleted))
                .map(change -> replay.apply(change).store.find(replay.recording.session()))
                .forEach(after -> assertThat(after).isEqualTo(deleted));
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap30ASessionsDirectoryIsReadInEitherPlace(String set) {
        Replay replay = new Replay(set + "/no-tools");
        replay.apply(replay.recording.changes().getFirst());
        assertThat(replay.task().session().directory()).isEqualTo("/home/dev/project");
        assertThat(replay.task().status()).isEqualTo(TaskStatus.IDLE);
    }
}
