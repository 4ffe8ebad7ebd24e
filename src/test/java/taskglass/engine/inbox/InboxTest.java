package taskglass.engine.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.Story;
import taskglass.task.run.Fact;
import taskglass.task.store.Change;

/** How changes cross to the owner. */
class InboxTest {
    private final List<Runnable> now = new ArrayList<>();
    private final List<Runnable> soon = new ArrayList<>();
    private final List<List<Change>> batches = new ArrayList<>();
    private final Inbox inbox = new Inbox(now::add, soon::add, batches::add);

    @Test
    void whatComesBeforeTheOwnerHasTimeCrossesInOneBatchAndInOrder() {
        List<Change> changes =
                IntStream.range(0, 100).mapToObj(InboxTest::change).toList();
        changes.forEach(inbox::post);
        assertThat(now).hasSize(1);
        now.removeFirst().run();
        assertThat(batches).containsExactly(changes);
    }

    @Test
    void whatComesRightAfterACrossingCrossesInOneBatchABreathLater() {
        inbox.post(change(1));
        now.removeFirst().run();
        inbox.post(change(2));
        inbox.post(change(3));
        assertThat(now).isEmpty();
        soon.removeFirst().run();
        assertThat(batches).containsExactly(List.of(change(1)), List.of(change(2), change(3)));
    }

    @Test
    void whatNoStreamTellsWaitsForNoBreathAndTakesAlongWhatWaits() {
        inbox.post(change(1));
        now.removeFirst().run();
        inbox.post(change(2));
        inbox.post(new Change.LookedAt(Story.key("a")));
        now.removeFirst().run();
        assertThat(batches.getLast()).containsExactly(change(2), new Change.LookedAt(Story.key("a")));
    }

    @Test
    void whatComesAfterABreathOfCalmCrossesAtOnce() {
        inbox.post(change(1));
        now.removeFirst().run();
        soon.removeFirst().run();
        inbox.post(change(2));
        assertThat(now).hasSize(1);
    }

    @Test
    void aBatchThatTheOwnerChokesOnHoldsNothingUp() {
        Inbox choking = new Inbox(now::add, soon::add, batch -> {
            batches.add(batch);
            throw new IllegalStateException("choked");
        });
        choking.post(change(1));
        assertThatIllegalStateException().isThrownBy(now.removeFirst()::run);
        choking.post(change(2));
        assertThatIllegalStateException().isThrownBy(soon.removeFirst()::run);
        assertThat(batches).containsExactly(List.of(change(1)), List.of(change(2)));
    }

    private static Change change(int number) {
        return new Change.Heard(Story.key("s" + number), Instant.EPOCH, new Fact.Alive());
    }
}
