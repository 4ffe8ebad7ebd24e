package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
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

    private void spend(String task, double dollars) {
        spending.apply(sample.told(task, "", 0));
        spending.apply(sample.prompted(task, 1));
        spending.apply(sample.spent(task, dollars));
        spending.apply(sample.completed(task, 2, ""));
    }
}
