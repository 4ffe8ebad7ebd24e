package taskglass.opencode;

import static org.assertj.core.api.Assertions.assertThat;
import static taskglass.task.TaskStatus.COMPLETED;
import static taskglass.task.TaskStatus.FAILED;
import static taskglass.task.TaskStatus.IDLE;
import static taskglass.task.TaskStatus.RUNNING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.engine.NoticeLog;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.run.SideActivity;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.Notice;

/** Traps 30, 31, 35 and 39, on what real servers said: which messages begin a run, and which belong to one or to none. */
class RunTrapsTest {
    /** What is left of each recording: how its latest run ended, how many calls it has, which message began it. */
    private static final String RUNS = """
        compaction, COMPLETED, 6, 3
        compaction-twice, COMPLETED, 6, 0
        compaction-at-the-end, COMPLETED, 2, 0
        compaction-fails, FAILED, 2, 0
        compaction-first, COMPLETED, 1, 5
        compaction-overflow, COMPLETED, 2, 0
        compaction-aborted, CANCELLED, 2, 0
        compaction-and-prompt, COMPLETED, 4, 0
        summarize, COMPLETED, 2, 0
        shell, COMPLETED, 2, 0
        shell-after-failure, FAILED, 1, 0
        shell-and-prompt, COMPLETED, 1, 6
        unrevert, COMPLETED, 1, 4
        revert-and-prompt, COMPLETED, 3, 4
        """;

    /** What came before the run that was undone may have been let go, and is read again. */
    private static final String READ = RUNS + "revert, COMPLETED, 2, 0";

    @ParameterizedTest
    @CsvSource(textBlock = RUNS)
    void traps30to35TheStreamAloneTellsTheRun(String name, TaskStatus end, int calls, int first) {
        check(new Replay("1.18.33/" + name).known().play(), end, calls, first);
    }

    @ParameterizedTest
    @CsvSource(textBlock = READ)
    void traps30to35AListingAloneTellsTheRun(String name, TaskStatus end, int calls, int first) {
        check(new Replay("1.18.33/" + name).list().list(), end, calls, first);
    }

    @ParameterizedTest
    @CsvSource(textBlock = READ)
    void traps30to35AListingAfterTheStreamChangesNothing(String name, TaskStatus end, int calls, int first) {
        check(new Replay("1.18.33/" + name).known().play().list().list(), end, calls, first);
    }

    @ParameterizedTest
    @CsvSource(textBlock = READ)
    void traps30to35EventsThatComeAgainAfterAListingChangeNothing(String name, TaskStatus end, int calls, int first) {
        check(new Replay("1.18.33/" + name).known().list().play().list().list(), end, calls, first);
    }

    private static void check(Replay replay, TaskStatus end, int calls, int first) {
        AgentTask task = replay.task();
        assertThat(task.status()).isEqualTo(end);
        Run run = task.run().orElseThrow();
        assertThat(run.tools().count()).isEqualTo(calls);
        assertThat(run.started()).isEqualTo(replay.recording.created(first));
    }

    @Test
    void trap30AllThatACompactedRunCostAddsUp() {
        Run run = new Replay("1.18.33/compaction").known().play().task().run().orElseThrow();
        assertThat(run.usage().orElseThrow().cost()).isBetween(0.61, 0.63);
        assertThat(run.tools().exact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"compaction", "compaction-twice", "compaction-at-the-end", "compaction-overflow"})
    void trap30ACompactedRunIsReportedOnceWithAllItsCalls(String name) {
        List<Notice> shown = notices("1.18.33/" + name);
        AgentTask end = shown.getLast().task();
        assertThat(shown).hasSize(name.equals("compaction") ? 2 : 1);
        assertThat(end.run().orElseThrow().tools().count())
                .isEqualTo(new Replay("1.18.33/" + name)
                        .known()
                        .play()
                        .task()
                        .run()
                        .orElseThrow()
                        .tools()
                        .count());
    }

    @Test
    void trap30ASummaryThatAPersonWantsLeavesTheRunBeforeItAsItEnded() {
        Replay before = new Replay("1.18.33/summarize").known();
        AgentTask ended = before.playUntil(COMPLETED).task();
        AgentTask after = before.play().task();
        assertThat(after.ended()).isEqualTo(ended.ended());
        assertThat(after.run().orElseThrow().usage())
                .isEqualTo(ended.run().orElseThrow().usage());
        assertThat(notices("1.18.33/summarize")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "summarize"})
    void trap31WhileACommandWorksTheOutcomeStays(String name) {
        List<TaskStatus> statuses = new Replay("1.18.33/" + name).known().statuses();
        assertThat(statuses).endsWith(RUNNING, COMPLETED);
        assertThat(statuses).containsOnlyOnce(COMPLETED);
    }

    @Test
    void trap31ACommandAfterAFailureLeavesItFailed() {
        assertThat(new Replay("1.18.33/shell-after-failure").known().statuses()).endsWith(RUNNING, FAILED);
        assertThat(notices("1.18.33/shell-after-failure")).hasSize(1);
    }

    @Test
    void trap31ACommandBeforeAnyPromptIsNoRunAndIsNotReported() {
        Replay replay = new Replay("1.18.33/shell-first").known();
        assertThat(replay.statuses()).containsOnly(IDLE);
        assertThat(replay.list().list().task().run()).isEmpty();
        assertThat(notices("1.18.33/shell-first")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shell", "shell-first", "shell-after-failure"})
    void trap31WhileACommandWorksThatIsSaid(String name) {
        assertThat(beside("1.18.33/" + name)).contains(new SideActivity.Command("bash"));
        assertThat(new Replay("1.18.33/" + name).known().play().task().sideActivity())
                .isEmpty();
    }

    @Test
    void trap31ACommandThatAListingShowsAtWorkLeavesTheOutcome() {
        Replay replay = new Replay("1.18.33/shell").list().list();
        replay.landBusy();
        assertThat(replay.task().status()).isEqualTo(COMPLETED);
        assertThat(replay.task().sideActivity()).contains(new SideActivity.Command("bash"));
    }

    @Test
    void trap35ARunThatWasUndoneDoesNotCount() {
        AgentTask task = new Replay("1.18.33/revert-only").known().play().task();
        assertThat(task.run()).isEmpty();
        assertThat(task.status()).isEqualTo(IDLE);
        assertThat(task.undone()).isTrue();
        assertThat(new Replay("1.18.33/revert-only").list().list().task().run()).isEmpty();
    }

    @Test
    void trap35WhatWasUndoneAndTakenBackCountsAgain() {
        assertThat(new Replay("1.18.33/revert").known().play().task().undone()).isTrue();
        assertThat(new Replay("1.18.33/unrevert").known().play().task().undone())
                .isFalse();
    }

    @Test
    void trap39ThePluginsRemindersAreOneStoryWithThePrompt() {
        Replay replay =
                new Replay("1.18.34/plugin-background-tasks").play().list().list();
        AgentTask root = replay.task();
        assertThat(root.status()).isEqualTo(COMPLETED);
        assertThat(root.run().orElseThrow().tools().count()).isEqualTo(2);
        assertThat(root.run().orElseThrow().started()).isEqualTo(replay.recording.created(0));
        assertThat(root.ended()).contains(Instant.ofEpochMilli(1796049899397L));
    }

    @Test
    void trap39ARootThatIsWokenByItsChildrenIsReportedOnceAtItsEnd() {
        assertThat(notices("1.18.34/plugin-background-tasks"))
                .extracting(notice -> notice.task().ended().orElseThrow().toEpochMilli())
                .containsExactly(1796049899397L);
    }

    @Test
    void trap39APromptOfAChildEndsLikeAReminderAndStartsARun() {
        Replay replay = new Replay("1.18.34/plugin-background-tasks").play();
        assertThat(replay.store.children(replay.recording.session()))
                .hasSize(2)
                .allMatch(child -> child.run().orElseThrow().tools().count() == 3);
    }

    @Test
    void trap39ThePluginsIdStandsWithTheChild() {
        Replay replay = new Replay("1.18.34/plugin-background-tasks").play();
        assertThat(replay.store.children(replay.recording.session()))
                .extracting(AgentTask::backgroundId)
                .containsExactlyInAnyOrder("bg_bdd01407", "bg_4a3fbdd1");
    }

    /** What was told while the events came one after another. */
    private static List<Notice> notices(String name) {
        Replay replay = new Replay(name).known();
        List<Notice> shown = new ArrayList<>();
        NoticeLog notices = new NoticeLog(replay.store, shown::add);
        for (Change change : replay.recording.changes()) {
            notices.consider(replay.store.apply(List.of(change)));
        }
        return shown;
    }

    /** What went on beside runs while the events came. */
    private static List<SideActivity> beside(String name) {
        Replay replay = new Replay(name).known();
        List<SideActivity> seen = new ArrayList<>();
        for (Change change : replay.recording.changes()) {
            replay.apply(change);
            replay.store
                    .find(replay.recording.session())
                    .flatMap(AgentTask::sideActivity)
                    .ifPresent(seen::add);
        }
        return seen;
    }
}
