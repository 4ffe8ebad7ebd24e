package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.ServerId;
import taskglass.task.Story;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;

/** One database behind two servers: each session is seen once, as the server tells it that knows best. */
class SessionDeduplicatorTest {
    private static final ServerId OTHER = new ServerId("http://127.0.0.1:4097");

    private final Story story = new Story();
    private final List<TaskKey> shown = new ArrayList<>();

    SessionDeduplicatorTest() {
        story.follow(this::follow);
        local("/one", "/one");
    }

    @Test
    void twoServersOfWhichNobodyKnowsTheDatabaseAreTwoRows() {
        story.apply(new Change.Processes(List.of()));
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        assertShown(Story.key("a"), other("a"));
    }

    @Test
    void twoLocalServersOfTwoDatabasesAreTwoRows() {
        local("/one", "/other");
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        assertShown(Story.key("a"), other("a"));
    }

    @Test
    void noServerHidesAnothersRowByClaimingItsId() {
        story.apply(new Change.Processes(List.of(process(1, Story.SERVER, "/one"))));
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        runs(OTHER, "a");
        assertShown(Story.key("a"), other("a"));
    }

    @Test
    void twoRowsBecomeOneOnceBothAreKnownToBeOfOneDatabase() {
        story.apply(new Change.Processes(List.of()));
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        local("/one", "/one");
        assertShown(Story.key("a"));
    }

    @Test
    void oneRowBecomesTwoOnceAStrangerAnswersAtTheAddress() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        story.apply(new Change.Processes(List.of(process(1, Story.SERVER, "/one"))));
        assertShown(Story.key("a"), other("a"));
    }

    @Test
    void aLocalServerThatHasEndedIsNoSecondRow() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        story.apply(new Change.ServerEnded(OTHER, List.of()));
        assertShown(Story.key("a"));
    }

    private void local(String here, String other) {
        story.apply(new Change.Processes(List.of(process(1, Story.SERVER, here), process(2, OTHER, other))));
    }

    private LocalProcess process(long pid, ServerId server, String database) {
        return new LocalProcess(pid, story.clock.instant(), Optional.of(database), true, Set.of(server));
    }

    @Test
    void aSessionOfTwoServersIsOneRow() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        assertShown(Story.key("a"));
    }

    @Test
    void theServerThatRunsItTellsIt() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        runs(OTHER, "a");
        assertShown(other("a"));
    }

    @Test
    void theServerThatRanItTellsOfItsEnd() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        runs(OTHER, "a");
        story.apply(new Change.Heard(other("a"), story.clock.instant(), new Fact.Doing(Activity.idle())));
        assertShown(other("a"));
    }

    @Test
    void theServerThatLaunchedItTellsItUntilAnotherRunsIt() {
        listed(OTHER, "a", "");
        story.launched("a", "", ParentWish.NONE);
        assertShown(Story.key("a"));
    }

    @Test
    void childrenAreReportedByTheServerThatTellsOfTheirRoot() {
        for (ServerId server : List.of(Story.SERVER, OTHER)) {
            listed(server, "root", "");
            listed(server, "child", "root");
        }
        runs(OTHER, "child");
        assertShown(other("root"), other("child"));
    }

    @Test
    void aServerThatDoesNotAnswerLeavesItsRowsToTheOther() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        runs(Story.SERVER, "a");
        story.apply(new Change.ListingFailed(Story.SERVER, new Trouble.NoAnswer("connection refused")));
        assertShown(other("a"));
    }

    @Test
    void aServerThatIsForgottenLeavesItsRowsToTheOther() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        story.apply(new Change.Forgotten(Story.SERVER));
        assertShown(other("a"));
    }

    @Test
    void whatOnlyOneServerKnowsIsSeenAsItTellsIt() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "b", "");
        assertShown(Story.key("a"), other("b"));
    }

    @Test
    void aRowBehindItsTwinIsNotFound() {
        listed(Story.SERVER, "a", "");
        listed(OTHER, "a", "");
        assertThat(story.store.find(other("a"))).isEmpty();
        assertThat(story.store.knows(other("a"))).isTrue();
    }

    private void listed(ServerId server, String id, String parent) {
        Optional<TaskKey> above =
                Optional.of(parent).filter(name -> !name.isEmpty()).map(name -> new TaskKey(server, name));
        SessionInfo here = story.session(id);
        SessionInfo other = new SessionInfo(
                new TaskKey(server, id), here.title(), above, here.directory(), here.assignment(), here.times());
        story.apply(new Change.Found(server, List.of(other)));
    }

    private void runs(ServerId server, String id) {
        story.apply(new Change.Heard(new TaskKey(server, id), story.clock.instant(), new Fact.Doing(Activity.busy())));
    }

    private static TaskKey other(String id) {
        return new TaskKey(OTHER, id);
    }

    /** Follows the differences as the window does, so that what they say is held against the book itself. */
    private void follow(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            assertThat(entry.before().isPresent()).isEqualTo(shown.contains(entry.key()));
            shown.remove(entry.key());
            entry.after().ifPresent(task -> shown.add(task.key()));
        }
    }

    private void assertShown(TaskKey... keys) {
        assertThat(story.store.tasks()).map(AgentTask::key).containsExactlyInAnyOrder(keys);
        assertThat(shown).containsExactlyInAnyOrder(keys);
    }
}
