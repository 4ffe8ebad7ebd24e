package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.task.ServerId;
import taskglass.task.Story;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;

/** Sessions may name each other as parents as they like: in the book, every line of parents ends. */
class ParentRingsTest {
    private static final ServerId OTHER = new ServerId("http://127.0.0.1:4097");

    private final Story story = new Story();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50, 1000})
    void aRingOfAnyLengthIsCut(int length) {
        found(IntStream.range(0, length).mapToObj(i -> named(i, length)).toList());
        assertThat(story.store.tasks()).hasSize(length).allSatisfy(this::endsAbove);
    }

    @Test
    void aRingIsCutAtTheSameSessionInWhateverOrderItIsReported() {
        Set<Optional<TaskKey>> cut = new HashSet<>();
        for (int seed = 0; seed < 30; seed++) {
            Story reported = new Story();
            List<SessionInfo> ring = new ArrayList<>(
                    IntStream.range(0, 5).mapToObj(i -> named(i, 5)).toList());
            Collections.shuffle(ring, new Random(seed));
            ring.forEach(session -> reported.apply(new Change.Found(Story.SERVER, List.of(session))));
            cut.add(reported.store.tasks().stream()
                    .filter(task -> task.parentKey().isEmpty())
                    .map(AgentTask::key)
                    .reduce((one, other) -> other));
        }
        assertThat(cut).containsExactly(Optional.of(Story.key("ses_0000")));
    }

    @Test
    void aRingThatIsReportedAgainAndAgainChangesNothing() {
        List<SessionInfo> ring = List.of(named(0, 2), named(1, 2));
        found(ring);
        assertThat(story.apply(new Change.Found(Story.SERVER, ring)).entries()).isEmpty();
    }

    @Test
    void aParentThatBecomesItsChildsChildClosesNoRing() {
        found(List.of(story.session("a"), story.session("b", Optional.of("a"))));
        story.clock.move(Duration.ofSeconds(1));
        story.applyEvent("a", new Fact.Session(story.session("a", Optional.of("b"))));
        assertThat(story.store.tasks()).allSatisfy(this::endsAbove);
    }

    @Test
    void aRingThatWasCutIsWholeAgainWhenItIsNone() {
        found(List.of(named(0, 2), named(1, 2)));
        story.clock.move(Duration.ofSeconds(1));
        found(List.of(story.session("ses_0001"), named(0, 2)));
        assertThat(story.task("ses_0000").parentKey()).contains(Story.key("ses_0001"));
    }

    @Test
    void aRingAcrossServersIsCut() {
        TaskKey other = new TaskKey(OTHER, "there");
        found(List.of(with(story.session("here"), Story.key("here"), other)));
        story.apply(new Change.Found(OTHER, List.of(with(story.session("there"), other, Story.key("here")))));
        assertThat(story.store.tasks()).hasSize(2).allSatisfy(this::endsAbove);
    }

    @Test
    void aRingThatTwoServersTellInAnotherOrderIsOneTree() {
        LocalProcess process =
                new LocalProcess(1, story.clock.instant(), Optional.of("/data"), true, Set.of(Story.SERVER, OTHER));
        story.apply(new Change.Processes(List.of(process)));
        SessionInfo a = named(0, 2);
        SessionInfo b = named(1, 2);
        found(List.of(a, b));
        story.apply(new Change.Found(OTHER, List.of(onOther(b), onOther(a))));
        assertThat(story.store.tasks()).hasSize(2).allSatisfy(this::endsAbove);
    }

    @Test
    void aChainIsCutBeforeItIsTooDeepToWalk() {
        found(IntStream.range(0, 20_000).mapToObj(i -> named(i, 20_001)).toList());
        assertThat(deepest()).isLessThan(ParentLinks.DEEPEST);
    }

    @Test
    void twoChainsAreNotJoinedToOneThatIsTooDeep() {
        List<SessionInfo> chain =
                IntStream.range(0, 100).mapToObj(i -> named(i, 101)).toList();
        found(chain.subList(0, 50));
        found(chain.subList(51, 100));
        found(List.of(chain.get(50)));
        assertThat(deepest()).isLessThan(ParentLinks.DEEPEST);
    }

    /** A session whose parent is the next, and that of the last is the first. */
    private SessionInfo named(int i, int length) {
        return story.session("ses_%04d".formatted(i), Optional.of("ses_%04d".formatted((i + 1) % length)));
    }

    private static SessionInfo onOther(SessionInfo session) {
        return with(
                session,
                new TaskKey(OTHER, session.key().session()),
                new TaskKey(OTHER, session.parent().orElseThrow().session()));
    }

    private static SessionInfo with(SessionInfo session, TaskKey key, TaskKey parent) {
        return new SessionInfo(
                key, session.title(), Optional.of(parent), session.directory(), session.assignment(), session.times());
    }

    private void found(List<SessionInfo> sessions) {
        story.apply(new Change.Found(Story.SERVER, sessions));
    }

    private void endsAbove(AgentTask task) {
        assertThat(above(task)).isLessThan(story.store.tasks().size());
    }

    private int deepest() {
        return story.store.tasks().stream().mapToInt(this::above).max().orElseThrow();
    }

    /** How many stand above it, counted no further than would prove a ring. */
    private int above(AgentTask task) {
        int above = 0;
        int all = story.store.tasks().size();
        for (Optional<AgentTask> at = story.store.parent(task);
                at.isPresent() && above < all;
                at = story.store.parent(at.get())) {
            above++;
        }
        return above;
    }
}
