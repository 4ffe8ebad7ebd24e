package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.task.Change;
import taskglass.task.Story;

/** How changes cross to the owner. */
class InboxTest {
    private final List<Runnable> crossings = new ArrayList<>();
    private final List<List<Change>> batches = new ArrayList<>();
    private final Inbox inbox = new Inbox(crossings::add, batches::add);

    @Test
    void whatComesBeforeTheOwnerHasTimeCrossesInOneBatchAndInOrder() {
        List<Change> changes = IntStream.range(0, 100)
                .<Change>mapToObj(i -> new Change.LookedAt(Story.key("s" + i)))
                .toList();
        changes.forEach(inbox::post);
        assertThat(crossings).hasSize(1);
        crossings.getFirst().run();
        assertThat(batches).containsExactly(changes);
    }

    @Test
    void whatComesAfterACrossingCrossesAgain() {
        inbox.post(new Change.LookedAt(Story.key("a")));
        crossings.getFirst().run();
        inbox.post(new Change.LookedAt(Story.key("b")));
        assertThat(crossings).hasSize(2);
    }
}
