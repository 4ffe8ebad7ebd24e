package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.Usage;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.run.Fact;
import taskglass.task.status.Listing;
import taskglass.task.status.Listing.Reading;
import taskglass.task.store.Change;
import taskglass.task.store.ReadLimits;
import taskglass.task.store.StoreDiff;
import taskglass.ui.Sample;

class TodaysCostTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(Sample.NOON, ZoneOffset.UTC);

    private final Sample sample = new Sample();
    private final TodaysCost todaysCost = new TodaysCost(sample.store, ZoneOffset.UTC);

    @Test
    void whereNothingWasSpentNothingIsSaid() {
        todaysCost.apply(sample.told("a", "", 0));
        assertThat(todaysCost.text(TODAY)).isEmpty();
    }

    @Test
    void theRunsOfTheDayAreSummedUp() {
        spend("a", 0.5);
        spend("b", 1.34);
        assertThat(todaysCost.text(TODAY)).isEqualTo("$1.84 today");
    }

    @Test
    void theRunsOfAnotherDayAreNot() {
        spend("a", 0.5);
        assertThat(todaysCost.text(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void whatWasDeletedHasBeenSpentAllTheSame() {
        spend("a", 0.5);
        todaysCost.apply(sample.heard("a", new Fact.Deleted()));
        assertThat(todaysCost.text(TODAY)).isEqualTo("$0.50 today");
    }

    @Test
    void whatHasRetiredHasBeenSpentAllTheSame() {
        Sample few = new Sample(new ReadLimits(100, 4, 1));
        TodaysCost onFew = new TodaysCost(few.store, ZoneOffset.UTC);
        spend(few, onFew, "a", 0.5);
        spend(few, onFew, "b", 1.34);
        assertThat(onFew.text(TODAY)).isEqualTo("$1.84 today");
    }

    @Test
    void whatHasNotBeenReadMayHaveCostMore() {
        spend("a", 0.5);
        todaysCost.apply(sample.listed(List.of(
                Sample.session("a", "", 2), Sample.session("unread", "", 3).changed(Sample.at(5)))));
        assertThat(todaysCost.text(TODAY)).isEqualTo("≥ $0.50 today");
    }

    @Test
    void whatWasNotReadOnAnotherDayDoesNotMatter() {
        spend("a", 0.5);
        long dayBefore = -Duration.ofDays(1).toSeconds();
        todaysCost.apply(sample.listed(List.of(
                Sample.session("a", "", 2),
                Sample.session("old", "", dayBefore - 5).changed(Sample.at(dayBefore)))));
        assertThat(todaysCost.text(TODAY)).isEqualTo("$0.50 today");
    }

    @Test
    void ofARunOfWhichOnlyTheEndWasReadTheRestMayHaveCostMore() {
        AssistantMessage end = new AssistantMessage(
                "msg_9b",
                "msg_0a",
                Sample.NOON,
                Assignment.UNKNOWN,
                new Ending(Optional.of(Sample.NOON), Optional.of("stop"), Optional.empty()),
                new Usage(1000, 10, 0.07));
        todaysCost.apply(sample.listed(List.of(Sample.session("a", "", 0))));
        todaysCost.apply(read(end, false));
        assertThat(todaysCost.text(TODAY)).isEqualTo("≥ $0.07 today");
        todaysCost.apply(read(end, true));
        assertThat(todaysCost.text(TODAY)).isEqualTo("$0.07 today");
    }

    private StoreDiff read(AssistantMessage end, boolean whole) {
        Reading reading = new Reading(Sample.key("a"), List.of(new Fact.Answered(end)), true, whole, Sample.NOON);
        return sample.store.apply(List.of(new Change.Listed(new Listing(
                sample.store.nextRequest(Sample.SERVER),
                Sample.NOON,
                new Listing.Sessions(List.of(), false),
                List.of(),
                List.of(reading)))));
    }

    private void spend(String task, double dollars) {
        spend(sample, todaysCost, task, dollars);
    }

    private static void spend(Sample told, TodaysCost counted, String task, double dollars) {
        counted.apply(told.told(task, "", 0));
        counted.apply(told.prompted(task, 0));
        counted.apply(told.spent(task, dollars));
        counted.apply(told.completed(task, 2, ""));
    }
}
