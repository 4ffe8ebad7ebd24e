package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.TaskError;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.PromptKind;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.store.Change;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.Wakeup;

/** What is told, and how often. */
class NoticesTest {
    private final Story story = new Story();
    private final List<String> shown = new ArrayList<>();
    private final Notices notices = new Notices(
            story.store,
            notice -> shown.add(notice.task().key().session() + " "
                    + notice.task().status()
                    + notice.before().map(before -> " instead of " + before).orElse("")));

    @Test
    void aTaskThatSettlesIsReportedOnce() {
        story.follow(notices::onDiff);
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.idle("a");
        assertThat(shown).containsExactly("a COMPLETED");
    }

    @Test
    void aTaskThatWasSettledBeforeTheWindowOpenedIsNotReported() {
        story.follow(notices::onDiff);
        story.clock.move(Duration.ofSeconds(-5));
        var old = story.session("a");
        var answer = story.answer("stop");
        story.clock.move(Duration.ofSeconds(5));
        story.applyListing(
                story.asks(),
                new Sessions(List.of(old), true),
                Map.of(),
                story.reading("a", new Fact.Answered(answer)));
        assertThat(shown).isEmpty();
    }

    @Test
    void aSubagentIsNotReportedWhileItsRootRuns() {
        story.follow(notices::onDiff);
        story.created("root");
        story.prompted("root");
        story.created("child", "root");
        story.prompted("child");
        story.completed("child");
        assertThat(shown).isEmpty();
        story.completed("root");
        assertThat(shown).containsExactly("root COMPLETED");
    }

    @Test
    void aRootIsReportedOnlyWhenItsLastDescendantHasSettled() {
        story.follow(notices::onDiff);
        story.created("root");
        story.prompted("root");
        story.created("child", "root");
        story.prompted("child");
        story.completed("root");
        assertThat(shown).isEmpty();
        story.completed("child");
        assertThat(shown).containsExactly("root COMPLETED");
    }

    @Test
    void aRootIsReportedOnceItsBackgroundChildHasBegunEndedAndWokenIt() {
        story.follow(notices::onDiff);
        story.created("root");
        story.prompted("root");
        story.applyEvent("root", new Fact.Delegated("child", ""));
        story.completed("root");
        story.created("child", "root");
        assertThat(shown).isEmpty();
        story.prompted("child");
        story.completed("child");
        story.prompted("root");
        story.completed("root");
        assertThat(shown).containsExactly("root COMPLETED");
    }

    @Test
    void aRootWhoseBackgroundChildNeverBeginsIsReportedAfterTheWait() {
        story.follow(notices::onDiff);
        story.created("root");
        story.prompted("root");
        story.applyEvent("root", new Fact.Delegated("child", ""));
        story.completed("root");
        story.clock.move(Wakeup.LATEST);
        story.created("another");
        assertThat(shown).containsExactly("root COMPLETED");
    }

    @Test
    void aTaskLaunchedHereIsReportedWhateverItsParentDoes() {
        story.follow(notices::onDiff);
        story.created("root");
        story.prompted("root");
        story.launched("child", "root", ParentWish.NONE);
        story.prompted("child");
        story.completed("child");
        assertThat(shown).containsExactly("child COMPLETED");
    }

    @Test
    void aChildWhoseParentRestsIsReportedByItself() {
        story.follow(notices::onDiff);
        story.created("root");
        story.created("child", "root");
        story.prompted("child");
        story.failed("child", "no credit");
        assertThat(shown).containsExactly("child FAILED");
    }

    @Test
    void everyRunOfATaskIsReported() {
        story.follow(notices::onDiff);
        story.created("a");
        story.prompted("a");
        story.completed("a");
        story.prompted("a");
        story.completed("a");
        assertThat(shown).containsExactly("a COMPLETED", "a COMPLETED");
    }

    @Test
    void anOutcomeThatBecomesWrongIsReportedOnceMore() {
        story.follow(notices::onDiff);
        story.created("a");
        story.prompted("a");
        story.idle("a");
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a"));
        story.applyEvent("a", new Fact.Erred(new TaskError("APIError", "late news")));
        assertThat(shown).containsExactly("a INTERRUPTED", "a FAILED instead of interrupted");
    }

    @Test
    void aRunWhoseBeginningIsFoundLaterIsNotReportedAgain() {
        story.follow(notices::onDiff);
        story.created("a");
        story.applyEvent("a", new Fact.Doing(Activity.busy()));
        story.clock.move(Duration.ofSeconds(1));
        Fact prompt = new Fact.Prompted(new Prompt(story.nextId(), story.clock.instant()), Assignment.UNKNOWN);
        Fact answer = new Fact.Answered(story.answer("stop"));
        story.applyEvent("a", answer);
        story.idle("a");
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of(), story.reading("a", prompt, answer));
        assertThat(shown).containsExactly("a COMPLETED");
    }

    @Test
    void aRunWithoutAKnownPromptIsNotReportedAgainWhenAReminderHasWokenIt() {
        story.follow(notices::onDiff);
        inserted("a", PromptKind.COMPACTION);
        story.idle("a");
        inserted("a", PromptKind.REMINDER);
        story.idle("a");
        assertThat(shown).containsExactly("a COMPLETED");
    }

    /** The answer to a message that a server or a plugin has inserted. */
    private void inserted(String session, PromptKind kind) {
        Prompt asked = new Prompt(story.nextId(), story.clock.instant(), kind);
        AssistantMessage answer = story.answer("stop");
        story.applyEvent(session, new Fact.Doing(Activity.busy()));
        story.applyEvent(session, new Fact.Prompted(asked, Assignment.UNKNOWN));
        story.applyEvent(
                session,
                new Fact.Answered(new AssistantMessage(
                        answer.id(), asked.id(), answer.created(), Assignment.UNKNOWN, answer.ending())));
    }

    @Test
    void aSessionDeletedWhileRunningIsReportedAsCancelled() {
        story.follow(notices::onDiff);
        story.created("a");
        story.prompted("a");
        story.applyEvent("a", new Fact.Deleted());
        assertThat(shown).containsExactly("a CANCELLED");
    }

    @Test
    void fiveThousandTasksThatSettleInOneBatchAreReportedOnceEach() {
        story.follow(notices::onDiff);
        List<Change> batch = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            String id = "s" + i;
            Prompt prompt = new Prompt(story.nextId(), story.clock.instant());
            for (Fact fact : List.of(
                    new Fact.Session(story.session(id)),
                    new Fact.Prompted(prompt, Assignment.UNKNOWN),
                    new Fact.Doing(Activity.busy()),
                    new Fact.Answered(story.answer("stop")),
                    new Fact.Doing(Activity.idle()))) {
                batch.add(new Change.Heard(Story.key(id), story.clock.instant(), fact));
            }
        }
        story.apply(batch.toArray(Change[]::new));
        assertThat(shown).hasSize(5000).doesNotHaveDuplicates().allMatch(notice -> notice.endsWith("COMPLETED"));
    }

    @Test
    void manyChangesInOneBatchAreReportedOnce() {
        story.follow(notices::onDiff);
        story.created("a");
        story.prompted("a");
        Change end = new Change.Heard(
                Story.key("a"), story.clock.instant(), new Fact.Erred(new TaskError("APIError", "no credit")));
        Change idle = new Change.Heard(Story.key("a"), story.clock.instant(), new Fact.Doing(Activity.idle()));
        StoreDiff diff = story.apply(end, idle, idle, end);
        assertThat(diff.entries()).hasSize(1);
        assertThat(shown).containsExactly("a FAILED");
    }
}
