package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.CANCELLED;
import static taskglass.task.TaskStatus.COMPLETED;
import static taskglass.task.TaskStatus.FAILED;
import static taskglass.task.TaskStatus.INTERRUPTED;
import static taskglass.task.TaskStatus.RETRYING;
import static taskglass.task.TaskStatus.RUNNING;
import static taskglass.task.TaskStatus.STARTING;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.Activity;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch;
import taskglass.task.run.Run;
import taskglass.task.store.Change;

/** Traps 1 to 6, 25 and 27, on what real servers said: what idle, errors and retries mean. */
class StatusTrapsTest {
    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap01ASessionThatTheStatusMapDoesNotListIsIdle(String version) {
        Replay replay = new Replay(version + "/abort-in-tool").playUntil(RUNNING);
        replay.landStatus(replay.recording.answer("GET /session/status", 0));
        assertThat(replay.task().activity()).isEqualTo(Activity.busy());
        replay.landStatus(replay.recording.answer("GET /session/status", 1));
        assertThat(replay.task().activity()).isEqualTo(Activity.idle());
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.27/no-tools, COMPLETED",
        "1.2.27/abort-in-text, CANCELLED",
        "1.2.27/provider-400, FAILED",
        "1.18.33/no-tools, COMPLETED",
        "1.18.33/abort-in-text, CANCELLED",
        "1.18.33/provider-400, FAILED"
    })
    void trap02IdleComesTwiceAndIsNoOutcome(String name, TaskStatus outcome) {
        Replay replay = new Replay(name);
        assertThat(replay.recording.eventsOfType("session.idle")).isNotEmpty();
        assertThat(replay.recording.eventsOfType("session.status"))
                .anyMatch(event -> event.at("/properties/status/type").asText().equals("idle"));
        assertThat(replay.statuses()).endsWith(RUNNING, outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap03AnErrorBeforeIdleOrAfterItIsTheSameFailure(String version) {
        assertThat(new Replay(version + "/provider-400").statuses().reversed()).startsWith(FAILED, RUNNING);
    }

    @Test
    void trap03IdleThatComesBeforeItsErrorIsNotAnnouncedAsAnythingElse() {
        assertThat(new Replay("1.2.27/provider-500-abort").statuses()).endsWith(RETRYING, RUNNING, CANCELLED);
    }

    @ParameterizedTest
    @CsvSource({
        "1.18.33/abort-in-tool, CANCELLED",
        "1.18.33/provider-400, FAILED",
        "1.18.33/three-tools, COMPLETED",
        "1.18.33/permission-reject, INTERRUPTED"
    })
    void trap04TheOutcomeIsReadFromTheLastMessage(String name, TaskStatus outcome) {
        assertThat(new Replay(name).list().list().task().status()).isEqualTo(outcome);
    }

    @Test
    void trap05AnAbortDuringARetryIsCancelledBecauseItWasAskedForHere() {
        Replay replay = new Replay("1.18.33/provider-500-abort").play();
        replay.apply(new Change.CancelAsked(replay.recording.session(), replay.now()));
        assertThat(replay.list().list().task().status()).isEqualTo(CANCELLED);
    }

    @Test
    void trap05AnAbortDuringARetryByAnotherClientHasStoppedShort() {
        Replay replay = new Replay("1.18.33/provider-500-abort").play();
        assertThat(replay.list().list().task().status()).isEqualTo(INTERRUPTED);
    }

    @Test
    void trap06AnUnknownAgentFailsWithTheServersSentence() {
        Replay replay = new Replay("1.18.33/unknown-agent").launched().play();
        assertThat(replay.task().status()).isEqualTo(FAILED);
        assertThat(replay.task().outcome().orElseThrow().why().english()).contains("no-such-agent");
    }

    @Test
    void trap06AnUnknownAgentThatAServerIsSilentAboutFailsAfterTenSeconds() {
        Replay replay = new Replay("1.2.27/unknown-agent").launched().play();
        assertThat(replay.task().status()).isEqualTo(STARTING);
        replay.move(Launch.PATIENCE.plusMillis(1)).list();
        assertThat(replay.task().status()).isEqualTo(FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap25APromptWhileBusyMakesTheRunLonger(String version) {
        Replay replay = new Replay(version + "/prompt-while-busy");
        assertThat(replay.statuses()).endsWith(RUNNING, COMPLETED).doesNotContainSequence(COMPLETED, RUNNING);
        Run run = replay.task().run().orElseThrow();
        assertThat(run.latest().at()).isAfter(run.started());
        assertThat(run.tools().count()).isEqualTo(replay.recording.toolCallsSincePrompt(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.27", "1.18.33"})
    void trap27ARetryTellsItsAttemptItsReasonAndTheTimeOfTheNextTry(String version) {
        Replay replay = new Replay(version + "/provider-500-abort").playUntil(RETRYING);
        Activity.Retrying retrying = (Activity.Retrying) replay.task().activity();
        assertThat(retrying.attempt()).isEqualTo(1);
        assertThat(retrying.reason()).isEqualTo("scripted failure 500");
        assertThat(retrying.next()).isBetween(replay.now(), replay.now().plus(Duration.ofSeconds(10)));
    }
}
