package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.store.Wakeup;
import taskglass.ui.Sample;

/** When a command that waits takes a task for settled, at noon by the clock. */
class SettlingWaitTest {
    private static final long LATEST = Wakeup.LATEST.plus(Duration.ofSeconds(1)).toSeconds();

    private final Sample sample = new Sample();

    @BeforeEach
    void work() {
        sample.told("parent", "", -100);
        sample.told("child", "parent", -100);
        sample.prompted("parent", -100);
        sample.prompted("child", -100);
        sample.delegated("parent", "child", "");
        sample.completed("parent", -90, "It works behind.");
    }

    @Test
    void aTaskWhoseBackgroundChildWorksIsNotSettled() {
        assertThat(isOver()).isFalse();
    }

    @Test
    void aTaskThatItsBackgroundChildIsAboutToWakeIsNotSettled() {
        sample.completed("child", -1, "Done.");
        assertThat(isOver()).isFalse();
    }

    @Test
    void aTaskThatNothingHasWokenInTimeIsSettled() {
        sample.completed("child", -LATEST, "Done.");
        assertThat(isOver()).isTrue();
    }

    @Test
    void aTaskWhoseBackgroundChildHasNotBegunIsNotSettled() {
        sample.told("root", "", -20);
        sample.prompted("root", -20);
        sample.told("unbegun", "root", -10);
        sample.delegated("root", "unbegun", "");
        sample.completed("root", -5, "It works behind.");
        assertThat(SettlingWait.isOver(sample.store, sample.task("root"))).isFalse();
    }

    @Test
    void aTaskWhoseBackgroundChildIsNotListedYetIsNotSettled() {
        sample.told("root", "", -20);
        sample.prompted("root", -20);
        sample.delegated("root", "unlisted", "");
        sample.completed("root", -5, "It works behind.");
        assertThat(SettlingWait.isOver(sample.store, sample.task("root"))).isFalse();
    }

    @Test
    void aTaskWhoseBackgroundChildNeverBeganIsSettledAfterTheWait() {
        sample.told("root", "", -LATEST - 20);
        sample.prompted("root", -LATEST - 20);
        sample.delegated("root", "unlisted", "");
        sample.completed("root", -LATEST, "It works behind.");
        assertThat(SettlingWait.isOver(sample.store, sample.task("root"))).isTrue();
    }

    private boolean isOver() {
        return SettlingWait.isOver(sample.store, sample.task("parent"));
    }
}
