package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.store.Change;
import taskglass.task.store.TreeSum;
import taskglass.ui.Sample;

/** What a task has used up is its own, with the sum of its tree beside it. */
class UsageTextTest {
    private final Sample sample = new Sample();

    @BeforeEach
    void tell() {
        sample.told("root", "", 0);
    }

    @Test
    void aTaskWithNothingBelowItShowsItsOwn() {
        spend("root", 0.07);
        assertThat(cost("root")).isEqualTo("$0.07");
    }

    @Test
    void aParentShowsItsOwnWithTheSumOfItsTreeBesideIt() {
        spend("root", 0.07);
        child(0.05);
        assertThat(cost("root")).isEqualTo("$0.07 ($0.12)");
        assertThat(cost("child")).isEqualTo("$0.05");
        assertThat(UsageText.TOKENS.of(sample.task("root"), tree("root"))).isEqualTo("1K (2K)");
    }

    @Test
    void whatMayBeShortSaysSo() {
        spend("root", 0.07);
        child(0.05);
        sample.store.apply(List.of(new Change.StreamLost(Sample.SERVER)));
        assertThat(cost("root")).isEqualTo("≥ $0.07 (≥ $0.12)");
    }

    @Test
    void aParentThatNeverRanShowsWhatIsKnownOfItsTreeAlone() {
        child(0.05);
        assertThat(cost("root")).isEqualTo("– ($0.05)");
    }

    @Test
    void whereNothingIsKnownThatIsSaidOnce() {
        sample.told("child", "root", 0);
        assertThat(cost("root")).isEqualTo("–");
    }

    private void child(double dollars) {
        sample.told("child", "root", 0);
        spend("child", dollars);
    }

    private void spend(String id, double dollars) {
        sample.prompted(id, 0);
        sample.spent(id, dollars);
    }

    private String cost(String id) {
        return UsageText.COST.of(sample.task(id), tree(id));
    }

    private TreeSum tree(String id) {
        return TreeSum.of(sample.store, sample.task(id));
    }
}
