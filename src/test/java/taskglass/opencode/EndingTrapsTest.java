package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.CANCELLED;
import static taskglass.task.TaskStatus.CANCELLING;
import static taskglass.task.TaskStatus.COMPLETED;
import static taskglass.task.TaskStatus.INTERRUPTED;
import static taskglass.task.TaskStatus.RUNNING;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.Activity;
import taskglass.task.Reason;
import taskglass.task.ToolCall;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;

/** Traps 16 to 20, 22 and 24, on what real servers said: runs that end in other ways, or in other processes. */
class EndingTrapsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap16ARejectedPermissionStopsTheRunAndThatIsSaid(String version) {
        AgentTask task =
                new Replay(version + "/permission-reject").play().list().list().task();
        assertThat(task.status()).isEqualTo(INTERRUPTED);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.PERMISSION_REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap17AnAbortThatTheServerAcceptedIsACancelOnlyOnceItShows(String version) {
        Replay replay = new Replay(version + "/abort-in-tool").playUntil(RUNNING);
        replay.apply(new Change.CancelAsked(replay.recording.session(), replay.now()));
        assertThat(replay.recording.answer("POST .*/abort", 0).asBoolean()).isTrue();
        assertThat(replay.task().status()).isEqualTo(CANCELLING);
        assertThat(replay.play().task().status()).isEqualTo(CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap18AnAbortOfAParentShowsAtItsSubagentToo(String version) {
        Replay replay = new Replay(version + "/abort-subagent").play();
        AgentTask child = replay.store.children(replay.recording.session()).getFirst();
        assertThat(List.of(replay.task().status(), child.status())).containsExactly(CANCELLED, CANCELLED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap19ASessionDeletedWhileRunningNeverComesBack(String version) {
        Replay replay = new Replay(version + "/deleted-while-running").play();
        replay.landStatus(replay.recording.answer("GET /session/status", 0));
        replay.apply(new Change.Heard(replay.recording.session(), replay.now(), new Fact.Doing(Activity.busy())));
        assertThat(replay.task().status()).isEqualTo(CANCELLED);
        assertThat(replay.task().outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.SESSION_DELETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap20AnUnfinishedMessageOfASessionThatThisServerDoesNotRunIsRunElsewhere(String version) {
        Replay replay = new Replay(version + "/three-tools");
        AgentTask task = replay.list(midway(replay)).task();
        assertThat(task.status()).isEqualTo(RUNNING);
        assertThat(task.elsewhere()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap22AMessageThatNobodyFinishesIsInterruptedOnceItHasBeenStillForLong(String version) {
        Replay replay = new Replay(version + "/three-tools");
        for (int looks = 0; looks < 33; looks++) {
            replay.list(midway(replay)).move(Duration.ofSeconds(20));
        }
        AgentTask task = replay.list(midway(replay)).task();
        assertThat(task.status()).isEqualTo(INTERRUPTED);
        assertThat(task.outcome().orElseThrow().why().code()).isEqualTo(Reason.Code.LEFT_UNFINISHED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap22AnUnfinishedMessageBeforeALaterPromptDoesNotMatter(String version) {
        Replay replay = new Replay(version + "/two-prompts");
        assertThat(replay.list(withoutFirstEnd(replay)).task().status()).isEqualTo(COMPLETED);
    }

    @Test
    void trap24ALaunchIsRememberedHereSinceServersDropItsMetadata() {
        Replay replay = new Replay("1.2.27/no-tools").launched().play().list();
        assertThat(replay.recording.json().at("/rest/session").has("metadata")).isFalse();
        assertThat(replay.task().name()).isEqualTo("no-tools");
    }

    /** What the database says while the first tool call is going on. */
    private static List<Fact> midway(Replay replay) {
        List<Fact> facts = new ArrayList<>();
        for (Change change : replay.recording.changes()) {
            Fact fact = ((Change.Heard) change).fact();
            if (fact instanceof Fact.Prompted || fact instanceof Fact.Answered || fact instanceof Fact.Called) {
                facts.add(fact);
            }
            if (fact instanceof Fact.Called(ToolCall call) && call.state() == ToolCall.State.RUNNING) {
                return facts;
            }
        }
        throw new AssertionError("no call was ever running");
    }

    /** What the database says of two prompts if the server was killed during the first. */
    private static List<Fact> withoutFirstEnd(Replay replay) {
        List<Fact> facts = new ArrayList<>(replay.recording.reading().facts());
        for (int i = 0; i < facts.size(); i++) {
            boolean lastOfTheFirst = i + 1 < facts.size() && i > 0 && facts.get(i + 1) instanceof Fact.Prompted;
            if (facts.get(i) instanceof Fact.Text && lastOfTheFirst) {
                facts.remove(i--);
            } else if (facts.get(i) instanceof Fact.Answered(AssistantMessage message) && lastOfTheFirst) {
                facts.set(
                        i,
                        new Fact.Answered(new AssistantMessage(
                                message.id(), message.prompt(), message.created(), message.assignment(), Ending.OPEN)));
            }
        }
        return facts;
    }
}
