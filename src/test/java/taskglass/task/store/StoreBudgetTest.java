package taskglass.task.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.Allocation;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.Usage;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;

/** Cost follows change, not size: what the book allocates for a change is the same however many tasks it has. */
class StoreBudgetTest {
    @Test
    void aChangeInABookOfTenThousandCostsNoMoreThanInOneOfTen() throws Exception {
        assertThat(ofAChange(10_000)).isLessThanOrEqualTo(ofAChange(10) * 11 / 10);
    }

    @Test
    void aStepInARunOfAThousandCostsNoMoreThanInOneOfTen() throws Exception {
        assertThat(ofAStepToldAgain(1000)).isLessThanOrEqualTo(ofAStepToldAgain(10) * 3 / 2);
    }

    @Test
    void aListingInWhichNothingChangedIsNotTakenInAnew() throws Exception {
        Story story = filled(100);
        Change again = found(story, 100);
        assertThat(Allocation.perRound(() -> story.store.apply(List.of(again)))).isLessThan(100 * 100L);
    }

    private static long ofAChange(int tasks) throws Exception {
        Story story = filled(tasks);
        story.prompted("ses_0");
        Change[] turns = {text(story, "one"), text(story, "other")};
        int[] turn = {0};
        return Allocation.perRound(() -> story.store.apply(List.of(turns[turn[0]++ % 2])));
    }

    /** The newest step of a run of so many is told with more tokens each time; its path in the sorted map is made anew. */
    private static long ofAStepToldAgain(int steps) throws Exception {
        Story story = filled(1);
        story.created("ses_0");
        story.prompted("ses_0");
        String newest = "";
        for (int i = 0; i < steps; i++) {
            newest = story.nextId();
            story.apply(step(story, newest, 1));
        }
        String last = newest;
        long[] tokens = {1};
        return Allocation.perRound(() -> story.store.apply(List.of(step(story, last, ++tokens[0]))));
    }

    private static Change step(Story story, String id, long tokens) {
        AssistantMessage message = new AssistantMessage(
                id,
                "",
                story.clock.instant(),
                Assignment.UNKNOWN,
                AssistantMessage.Ending.OPEN,
                new Usage(tokens, 0, 0));
        return new Change.Heard(Story.key("ses_0"), story.clock.instant(), new Fact.Answered(message));
    }

    private static Change text(Story story, String text) {
        return new Change.Heard(Story.key("ses_0"), story.clock.instant(), new Fact.Text("msg_999999", text));
    }

    private static Story filled(int tasks) {
        Story story = new Story();
        story.apply(found(story, tasks));
        return story;
    }

    private static Change found(Story story, int tasks) {
        return new Change.Found(
                Story.SERVER,
                IntStream.range(0, tasks)
                        .mapToObj(i -> story.session("ses_" + i))
                        .toList());
    }
}
