package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import taskglass.task.Appetite;
import taskglass.task.Fact;

class SpendingTest {
    private static final LocalDate TODAY = LocalDate.ofInstant(Sample.NOON, ZoneOffset.UTC);

    private final Sample sample = new Sample();
    private final Spending spending = new Spending(sample.book, ZoneOffset.UTC);

    @Test
    void whereNothingWasSpentNothingIsSaid() {
        spending.apply(sample.told("a", "", 0));
        assertThat(spending.words(TODAY)).isEmpty();
    }

    @Test
    void theRunsOfTheDayAreSummedUp() {
        spend("a", 0.5);
        spend("b", 1.34);
        assertThat(spending.words(TODAY)).isEqualTo("$1.84 today");
    }

    @Test
    void theRunsOfAnotherDayAreNot() {
        spend("a", 0.5);
        assertThat(spending.words(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void whatWasDeletedHasBeenSpentAllTheSame() {
        spend("a", 0.5);
        spending.apply(sample.heard("a", new Fact.Deleted()));
        assertThat(spending.words(TODAY)).isEqualTo("$0.50 today");
    }

    @Test
    void whatHasRetiredHasBeenSpentAllTheSame() {
        Sample few = new Sample(new Appetite(100, 4, 1));
        Spending onFew = new Spending(few.book, ZoneOffset.UTC);
        spend(few, onFew, "a", 0.5);
        spend(few, onFew, "b", 1.34);
        assertThat(onFew.words(TODAY)).isEqualTo("$1.84 today");
    }

    private void spend(String task, double dollars) {
        spend(sample, spending, task, dollars);
    }

    private static void spend(Sample told, Spending counted, String task, double dollars) {
        counted.apply(told.told(task, "", 0));
        counted.apply(told.prompted(task, 1));
        counted.apply(told.spent(task, dollars));
        counted.apply(told.completed(task, 2, ""));
    }
}
