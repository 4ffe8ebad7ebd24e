package taskglass.ui.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.TaskError;
import taskglass.task.TaskStatus;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.StoreDiff;
import taskglass.ui.Sample;

/** What the segments count, and what the filter says about names that are no keys. */
class FilterBarTest {
    private final Sample sample = new Sample();
    private FilterBar bar;

    @BeforeEach
    void build() {
        bar = FxThread.ask(
                () -> new FilterBar(sample.store, Settings.of(SettingsFile.none(), Runnable::run), filter -> {}));
    }

    @Test
    void doneAndFailedMeanOneStatusEachAndStoppedTheOtherTwo() {
        assertThat(Segment.DONE.has(TaskStatus.COMPLETED)).isTrue();
        assertThat(Segment.FAILED.has(TaskStatus.FAILED)).isTrue();
        for (TaskStatus stopped : List.of(TaskStatus.CANCELLED, TaskStatus.INTERRUPTED)) {
            assertThat(Segment.STOPPED.has(stopped)).isTrue();
            assertThat(Segment.DONE.has(stopped)).isFalse();
            assertThat(Segment.FAILED.has(stopped)).isFalse();
        }
    }

    @Test
    void aSegmentCountsWhenAllIsRead() {
        complete("a", 1);
        apply(() -> sample.told("b", "", 2));
        assertThat(segments()).containsExactly("All 2", "Needs you 0", "Running 0", "Done 1", "Stopped 0", "Failed 0");
    }

    @Test
    void whileATaskIsNotReadOutcomesAreCountedAtLeast() {
        complete("a", 1);
        apply(() -> sample.listed(List.of(Sample.session("a", "", 1), unread("b"))));
        assertThat(segments())
                .containsExactly("All 2", "Needs you 0", "Running 0", "Done ≥ 1", "Stopped …", "Failed …");
    }

    @Test
    void aTaskThatTheTermsHideMakesNoCountUncertain() {
        complete("a", 1);
        apply(() -> sample.listed(List.of(Sample.session("a", "", 1), unread("b"))));
        FxThread.ask(() -> {
            bar.type("title-of-nobody");
            bar.type("\"of a\"");
            return true;
        });
        assertThat(segments()).containsExactly("All 1", "Needs you 0", "Running 0", "Done 1", "Stopped 0", "Failed 0");
    }

    @Test
    void theKeysOfSegmentsAndStatusesFindWhatTheButtonsShow() {
        apply(() -> sample.told("a", "", 0));
        apply(() -> sample.prompted("a", 1));
        apply(() -> sample.failed("a", 2, new TaskError("APIError", "no")));
        assertThat(finds("is:failed", "a")).isTrue();
        assertThat(finds("status:failed", "a")).isTrue();
        assertThat(finds("is:stopped", "a")).isFalse();
    }

    @Test
    void aTaskThatIsNotReadIsNotFoundAsIdle() {
        apply(() -> sample.listed(List.of(unread("b"))));
        assertThat(finds("status:idle", "b")).isFalse();
        assertThat(finds("status:unread", "b")).isTrue();
    }

    @Test
    void aNameThatIsNoKeyIsSaidToBeNoneWithTheKeys() {
        complete("a", 1);
        String nothing = FxThread.ask(() -> {
            bar.type("foo:bar");
            return bar.nothing();
        });
        assertThat(nothing)
                .contains("“foo:” is not a filter key")
                .contains("agent:, project:, status:, is:, model:, server:");
    }

    @Test
    void anAddressAndATimeAreNoKeys() {
        assertThat(Query.of("http://x 12:30 status:failed words").unknownField())
                .isEmpty();
        assertThat(Query.of("-foo:bar").unknownField()).contains("foo");
    }

    @Test
    void theFieldWantsTheWidthOfWhatIsTyped() {
        double empty = FxThread.ask(() -> bar.fieldWidth().get());
        double typed = FxThread.ask(() -> {
            bar.type("agent:build project:taskglass status:running");
            return bar.fieldWidth().get();
        });
        assertThat(typed).isGreaterThan(empty + 250);
    }

    private boolean finds(String query, String task) {
        return FxThread.ask(() -> Query.of(query).matches(sample.task(task)));
    }

    private void complete(String id, long second) {
        apply(() -> sample.told(id, "", second));
        apply(() -> sample.prompted(id, second));
        apply(() -> sample.completed(id, second + 1, "done"));
    }

    private static SessionInfo unread(String id) {
        SessionInfo plain = Sample.session(id, "", 0);
        SessionInfo.Times times = new SessionInfo.Times(Sample.at(0), Sample.at(60));
        return new SessionInfo(
                plain.key(), plain.title(), plain.parent(), plain.directory(), plain.assignment(), times);
    }

    private void apply(Callable<StoreDiff> change) {
        FxThread.ask(() -> {
            bar.apply(change.call());
            return true;
        });
    }

    private List<String> segments() {
        return FxThread.ask(() -> ((Pane) bar.segments())
                .getChildren().stream()
                        .map(node -> ((ToggleButton) node).getText())
                        .toList());
    }
}
