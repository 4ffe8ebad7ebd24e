package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.COMPLETED;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.engine.NoticeLog;
import taskglass.opencode.events.EventWire;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;

/** The traps of V2 around prompts that wait or that no person wrote, each by its number, on recordings. */
class V2PromptTrapsTest {
    private static final String JULY = "2.0-july";
    private static final String SHIM = "2.0.26-shim";

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap18AQueuedPromptStandsAfterTheAnswersThatCameBeforeItsDelivery(String set) throws IOException {
        Recording recording = Recording.of(set + "/prompt-queued");
        try (ListedStore listed = new ListedStore(recording, false).poll(3)) {
            assertThat(listed.task(recording.session())
                            .run()
                            .orElseThrow()
                            .tools()
                            .count())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap19AQueuedPromptBeginsARunOfItsOwnInTheSameExecution(String set) {
        Replay replay = new Replay(set + "/prompt-queued");
        List<Integer> counts = replay.recording.changes().stream()
                .map(change -> calls(replay.apply(change)))
                .toList();
        assertThat(counts).containsSubsequence(1, 2, 0, 1);
        assertThat(new Replay(set + "/prompt-queued").statuses()).containsOnlyOnce(COMPLETED);
    }

    private static int calls(Replay replay) {
        return replay.store
                .find(replay.recording.session())
                .flatMap(AgentTask::run)
                .map(run -> run.tools().count())
                .orElse(0);
    }

    @Test
    void trap19WhatIsDeliveredAfterAGapIsReadSinceNobodyReportedWhatItIs() throws IOException {
        EventWire wire = new EventWire(Recording.SERVER);
        String event = "{\"type\":\"session.inbox.delivered\",\"created\":1,"
                + "\"data\":{\"sessionID\":\"ses_1\",\"inboxID\":\"msg_1\"}}";
        assertThat(wire.parse(event)).extracting(EventWire.SessionFact::fact).containsExactly(new Fact.Missed());
    }

    @Test
    void trap21ASteeredPromptJoinsTheRunWhoseAnswerAskedForTools() throws IOException {
        assertThat(calls(new Replay(SHIM + "/prompt-steered").play())).isEqualTo(2);
        Recording recording = Recording.of(SHIM + "/prompt-steered");
        try (ListedStore listed = new ListedStore(recording, false).poll(3)) {
            assertThat(listed.task(recording.session())
                            .run()
                            .orElseThrow()
                            .tools()
                            .count())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap22ASyntheticMessageThatWakesAParentBeginsNoRun(String set) {
        Replay replay = new Replay(set + "/subagent-background").play();
        assertThat(replay.task().status()).isEqualTo(COMPLETED);
        assertThat(calls(replay)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {JULY, SHIM})
    void trap22AParentGetsOneMessageWhenTheSubagentThatItLeftInTheBackgroundHasWokenIt(String set) {
        Replay replay = new Replay(set + "/subagent-background");
        List<Notice> shown = new ArrayList<>();
        NoticeLog notices = new NoticeLog(replay.store, shown::add);
        replay.recording.changes().forEach(change -> notices.consider(replay.store.apply(List.of(change))));
        assertThat(shown)
                .extracting(notice -> notice.task().ended())
                .containsExactly(replay.task().ended());
    }
}
