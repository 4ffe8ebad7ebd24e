package taskglass.task.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.request.QueuedPrompt;

/** What waits in a session's line, and what a cancel took out of it, whichever event is told late or again. */
class PromptQueueTest {
    private static final QueuedPrompt FIRST = new QueuedPrompt("msg_1", "port it");
    private static final QueuedPrompt SECOND = new QueuedPrompt("msg_2", "and the printer");

    private final PromptQueue cancelled = PromptQueue.EMPTY
            .after(new Fact.Enqueued(FIRST))
            .after(new Fact.Dequeued(FIRST.id()))
            .after(new Fact.Enqueued(SECOND))
            .after(new Fact.Dropped(List.of(SECOND)));

    @Test
    void whatACancelDroppedIsSaidThoughAllEventsBeforeItAreReportedAgain() {
        PromptQueue again = cancelled
                .after(new Fact.Enqueued(FIRST))
                .after(new Fact.Dequeued(FIRST.id()))
                .after(new Fact.Enqueued(SECOND))
                .after(new Fact.Dequeued(SECOND.id()));
        assertThat(again).isEqualTo(cancelled);
    }

    @Test
    void aPromptThatIsPutInAfterwardsBeginsAnotherStory() {
        QueuedPrompt third = new QueuedPrompt("msg_3", "and the docs");
        assertThat(cancelled.after(new Fact.Enqueued(third))).isEqualTo(new PromptQueue(List.of(third), List.of()));
    }
}
