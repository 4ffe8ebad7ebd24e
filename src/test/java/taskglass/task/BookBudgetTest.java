package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import taskglass.lab.Allocation;

/** Cost follows change, not size: what the book allocates for a change is the same however many tasks it has. */
class BookBudgetTest {
    @Test
    void aChangeInABookOfTenThousandCostsNoMoreThanInOneOfTen() throws Exception {
        assertThat(ofAChange(10_000)).isLessThanOrEqualTo(ofAChange(10) * 11 / 10);
    }

    @Test
    void aListingInWhichNothingChangedIsNotTakenInAnew() throws Exception {
        Story story = filled(100);
        Change again = found(story, 100);
        assertThat(Allocation.perRound(() -> story.book.apply(List.of(again)))).isLessThan(100 * 100L);
    }

    private static long ofAChange(int tasks) throws Exception {
        Story story = filled(tasks);
        story.prompted("ses_0");
        Change[] turns = {said(story, "one"), said(story, "other")};
        int[] turn = {0};
        return Allocation.perRound(() -> story.book.apply(List.of(turns[turn[0]++ % 2])));
    }

    private static Change said(Story story, String words) {
        return new Change.Heard(Story.key("ses_0"), story.clock.instant(), new Fact.Said("msg_999999", words));
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
