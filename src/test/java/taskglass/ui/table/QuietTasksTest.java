package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TreeTableCell;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.ToolCall.State;
import taskglass.task.run.Fact;
import taskglass.ui.Sample;
import taskglass.ui.filter.Segment;

/** What the table says of running tasks that have shown no activity for more than five minutes. */
class QuietTasksTest extends TableOverSample {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    @Test
    void aRunningTaskWithoutActivityReadsAsQuietByTheMinute() {
        running("a", "");
        at(299);
        assertThat(status(0)).isEqualTo("Running");
        at(300);
        assertThat(status(0)).isEqualTo("Quiet 5 min");
        assertThat(cell(0).getPseudoClassStates()).contains(WARNING);
        at(419);
        assertThat(status(0)).isEqualTo("Quiet 6 min");
        at(7201);
        assertThat(status(0)).isEqualTo("Quiet 2 h");
    }

    @Test
    void itStillCountsAsRunning() {
        running("a", "");
        at(400);
        assertThat(Segment.RUNNING.has(FxThread.ask(() -> sample.task("a").status())))
                .isTrue();
    }

    @Test
    void aSignOfLifeEndsIt() {
        running("a", "");
        at(400);
        follow(() -> sample.heard("a", new Fact.Session(Sample.session("a", "", 390))));
        assertThat(status(0)).isEqualTo("Running");
        assertThat(cell(0).getPseudoClassStates()).doesNotContain(WARNING);
    }

    @Test
    void aParentThatWaitsForItsSubagentsIsNotQuiet() {
        running("parent", "");
        running("child", "parent");
        at(400);
        assertThat(List.of(status(0), status(1))).containsExactly("Running", "Quiet 6 min");
    }

    @Test
    void whatHasEndedIsNotQuiet() {
        running("a", "");
        follow(() -> sample.completed("a", 5, "done"));
        at(400);
        assertThat(status(0)).isEqualTo("Completed");
    }

    private void running(String session, String parent) {
        follow(() -> sample.told(session, parent, 0));
        follow(() -> sample.prompted(session, 0));
        follow(() -> sample.called(session, "prt_" + session, State.RUNNING));
    }

    private void at(long second) {
        Instant now = Sample.at(second);
        interact(() -> clock.set(now));
        FxThread.ask(() -> stage.getScene().snapshot(null)); // rows that tick take turns by frames
        interact(() -> {});
    }

    private String status(int row) {
        FxThread.ask(() -> stage.getScene().snapshot(null));
        return FxThread.ask(() -> cell(row).getText());
    }

    private TreeTableCell<?, ?> cell(int row) {
        return FxThread.ask(() -> {
            for (Node node : table.view().lookupAll(".status-cell")) {
                if (node instanceof TreeTableCell<?, ?> cell
                        && cell.getTableRow().getIndex() == row
                        && !cell.isEmpty()) {
                    return cell;
                }
            }
            throw new AssertionError("no row " + row);
        });
    }
}
