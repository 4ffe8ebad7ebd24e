package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.Story;
import taskglass.task.TaskStatus;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** Who leaves a book in which more tasks have settled than it keeps: here twenty, and looked at from twenty-two on. */
class EvictionTest {
    private static final int KEPT = 20;

    private final Story story = new Story(new ReadLimits(100, 4, KEPT));

    @Test
    void theNewestStay() {
        settle("old");
        settle(KEPT + 1);
        assertThat(story.store.tasks()).extracting(task -> task.key().session()).doesNotContain("old", "task-0");
        assertThat(story.store.tasks()).hasSize(KEPT);
    }

    @Test
    void upToATwentiethMoreNobodyLeaves() {
        settle(KEPT + 1);
        assertThat(story.store.tasks()).hasSize(KEPT + 1);
    }

    @Test
    void whatIsAtWorkStaysHoweverOld() {
        run("old");
        settle(KEPT + 3);
        assertThat(story.status("old")).isEqualTo(TaskStatus.RUNNING);
    }

    @Test
    void aTreeStaysWholeWhileOneOfItIsAtWork() {
        settle("old");
        workBelow("old");
        settle(KEPT + 3);
        assertThat(story.status("old")).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aTreeLeavesWhole() {
        settle("old");
        workBelow("old");
        story.completed("below");
        settle(KEPT + 1);
        assertThat(story.store.children(Story.key("old"))).isEmpty();
    }

    private void workBelow(String parent) {
        story.created("below", parent);
        story.prompted("below");
    }

    @Test
    void aListingOfAllLetsNobodyInAgainWhoHasLeft() {
        settle("old");
        SessionInfo old = story.task("old").session();
        settle(KEPT + 1);
        list(old);
        assertThat(story.store.find(old.key())).isEmpty();
    }

    @Test
    void whoWorksAnewIsThereAgain() {
        settle("old");
        settle(KEPT + 1);
        story.clock.move(Duration.ofSeconds(1));
        list(story.session("old"));
        assertThat(story.store.find(Story.key("old"))).isPresent();
    }

    @Test
    void theDifferenceTellsWhoLeftForWantOfRoom() {
        settle("old");
        boolean[] notified = {false};
        story.follow(diff -> notified[0] |= diff.retired(Story.key("old")));
        settle(KEPT + 1);
        assertThat(notified[0]).isTrue();
    }

    @Test
    void whereServersTellOfMoreThanIsKeptTheNewestOfThemAreTaken() {
        list(IntStream.range(0, 3 * KEPT)
                .mapToObj(i -> {
                    story.clock.move(Duration.ofSeconds(-1));
                    return story.session("task-" + i);
                })
                .toArray(SessionInfo[]::new));
        assertThat(story.store.tasks())
                .extracting(task -> task.key().session())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, KEPT).mapToObj(i -> "task-" + i).toList());
    }

    @Test
    void whenAServerIsForgottenThereIsRoomForWhatHasLeft() {
        settle("old");
        SessionInfo old = story.task("old").session();
        settle(KEPT + 1);
        story.apply(new Change.Forgotten(Story.SERVER));
        list(old);
        assertThat(story.store.find(old.key())).isPresent();
    }

    private void settle(int tasks) {
        IntStream.range(0, tasks).forEach(i -> settle("task-" + i));
    }

    private void settle(String session) {
        run(session);
        story.completed(session);
    }

    private void run(String session) {
        story.clock.move(Duration.ofSeconds(1));
        story.created(session);
        story.prompted(session);
    }

    private void list(SessionInfo... sessions) {
        story.applyListing(story.asks(), new Sessions(List.of(sessions), false), Map.of());
    }
}
