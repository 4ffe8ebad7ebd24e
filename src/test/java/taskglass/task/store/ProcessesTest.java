package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Outcome;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.Story;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.Trouble;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.UnfinishedAnswer;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;

/** Which process may be at work on a session that its server lists and does not run, and what ended with which. */
class ProcessesTest extends UnfinishedAnswer {
    private static final ServerId OTHER = new ServerId("http://127.0.0.1:4097");

    @Test
    void whereNoOtherProcessIsLeftItIsInterruptedAfterHalfAMinute() {
        reads(unfinished());
        processes(ours());
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.LEFT_UNFINISHED)));
    }

    @Test
    void whereNoOtherProcessIsLeftItIsNotInterruptedAtOnce() {
        reads(unfinished());
        processes(ours());
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void whereAnotherProcessWasThereBeforeItMayBeAtWorkForTenMinutes() {
        reads(unfinished());
        processes(ours(), terminal(Duration.ofHours(1)));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void whereTheProcessOfItsServerIsNotKnownNothingIsConcluded() {
        reads(unfinished());
        processes(process(1, Duration.ofHours(2), "data", OTHER));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aProcessThatStartedAfterTheLastChangeDoesNotWorkOnIt() {
        reads(unfinished());
        story.clock.move(Duration.ofSeconds(2));
        processes(ours(), terminal(Duration.ZERO));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
    }

    @Test
    void aProcessWithAnotherDatabaseDoesNotWorkOnIt() {
        reads(unfinished());
        processes(ours(), process(2, Duration.ofHours(1), "other data"));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
    }

    @Test
    void aProcessWhoseDatabaseNobodyKnowsMayWorkOnIt() {
        reads(unfinished());
        LocalProcess stranger =
                new LocalProcess(2, story.clock.instant().minusSeconds(60), Optional.empty(), false, Set.of());
        processes(ours(), stranger);
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void anotherWatchedServerThatIsIdleDoesNotWorkOnIt() {
        listedByTheOther();
        reads(unfinished());
        processes(ours(), process(2, Duration.ofHours(1), "data", OTHER));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.INTERRUPTED);
    }

    @Test
    void anotherServerThatDoesNotAnswerMayWorkOnIt() {
        listedByTheOther();
        reads(unfinished());
        processes(ours(), process(2, Duration.ofHours(1), "data", OTHER));
        story.apply(new Change.ListingFailed(OTHER, new Trouble.NoAnswer("timeout")));
        watchFor(OtherWorkers.SHORT_STILLNESS);
        reads(unfinished());
        assertThat(story.status("a")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void whatRanInAProcessThatIsGoneIsOverAtOnce() {
        story.prompted("a");
        processes(ours());
        processes();
        assertThat(story.task("a").outcome()).contains(new Outcome.Interrupted(Reason.of(Reason.Code.OPENCODE_ENDED)));
    }

    @Test
    void whatRanInAProcessThatIsGoneIsOverOnEveryServerThatListsIt() {
        listedByTheOther();
        story.prompted("a");
        processes(ours(), process(2, Duration.ofHours(1), "data", OTHER));
        processes(process(2, Duration.ofHours(1), "data", OTHER));
        story.apply(new Change.ListingFailed(Story.SERVER, new Trouble.NoAnswer("connection refused")));
        readByTheOther();
        assertThat(story.store.find(other()).orElseThrow().outcome())
                .contains(new Outcome.Interrupted(Reason.of(Reason.Code.OPENCODE_ENDED)));
    }

    @Test
    void whatOurServerRanWhenItEndedIsOverAtOnceForALaterServer() {
        story.prompted("a");
        story.apply(new Change.ServerEnded(Story.SERVER, List.of()), new Change.Forgotten(Story.SERVER));
        listedByTheOther();
        readByTheOther();
        assertThat(story.store.find(other()).orElseThrow().outcome())
                .contains(new Outcome.Interrupted(Reason.of(Reason.Code.OPENCODE_ENDED)));
    }

    @Test
    void whatAPersonStoppedIsSaidToBeStopped() {
        story.prompted("a");
        story.apply(new Change.ServerEnded(Story.SERVER, List.of(), true));
        assertThat(story.task("a").outcome().orElseThrow().why().english()).isEqualTo("you stopped it");
    }

    private void processes(LocalProcess... found) {
        story.apply(new Change.Processes(List.of(found)));
    }

    private LocalProcess ours() {
        return process(1, Duration.ofHours(2), "data", Story.SERVER);
    }

    private LocalProcess terminal(Duration age) {
        return process(2, age, "data");
    }

    private LocalProcess process(long pid, Duration age, String database, ServerId... servers) {
        Instant started = story.clock.instant().minus(age);
        return new LocalProcess(pid, started, Optional.of(database), true, Set.of(servers));
    }

    private static TaskKey other() {
        return new TaskKey(OTHER, "a");
    }

    private void listedByTheOther() {
        SessionInfo here = story.session("a");
        SessionInfo other = new SessionInfo(
                other(), here.title(), Optional.empty(), here.directory(), here.assignment(), here.times());
        landsAtTheOther(new Sessions(List.of(other), true));
    }

    private void readByTheOther() {
        AssistantMessage answer = unfinished();
        landsAtTheOther(
                new Sessions(List.of(), false),
                new Reading(
                        other(),
                        List.of(new Fact.Prompted(prompt, Assignment.UNKNOWN), new Fact.Answered(answer)),
                        true,
                        true,
                        story.clock.instant()));
    }

    private void landsAtTheOther(Sessions sessions, Reading... readings) {
        story.apply(new Change.Listed(new Listing(
                story.store.nextRequest(OTHER), story.clock.instant(), sessions, List.of(), List.of(readings))));
    }
}
