package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;
import taskglass.text.TaskNames;
import taskglass.ui.detail.timeline.Subagent;

/** The timeline of a task with subagents, in the details of the real window. */
class TimelineWindowTest extends DetailsOverDemo {
    @Test
    void itCountsWhatTheRowOfTheTaskCounts() {
        open("Check every caller of Token");
        FxThread.until("it counts", () -> caption().endsWith("· 2 calls (140 in total)"));
    }

    @Test
    void itUsesTheHeightOfThePane() {
        open("Port the parser to records");
        FxThread.until("its calls are read", () -> !Objects.equals(caption(), ""));
        layOut();
        Snapshot.of(stage.getScene(), "details-timeline");
        ScrollPane lanes = (ScrollPane) FxThread.<Node>ask(() -> node(".timeline-scroll"));
        double pane =
                FxThread.ask(() -> node(".timeline-view").getLayoutBounds().getHeight());
        assertThat(lanes.getHeight()).isGreaterThan(pane * 0.6);
    }

    @Test
    void theCallsOfASubagentHaveTheirLengths() {
        open("Port the parser to records");
        List<Duration> lengths = FxThread.ask(() -> engine.store().tasks().stream()
                .filter(task -> TaskNames.of(task).startsWith("Port the parser"))
                .flatMap(task -> Subagent.of(engine.store(), task).stream())
                .flatMap(subagent -> subagent.below().stream())
                .filter(subagent -> subagent.name().startsWith("Look through"))
                .flatMap(subagent -> subagent.calls().stream())
                .flatMap(call -> call.ended().flatMap(call::length).stream())
                .toList());
        assertThat(lengths).hasSizeGreaterThan(100).allMatch(Duration::isPositive);
    }

    private void open(String name) {
        select(name);
        tab("timeline");
    }

    private String caption() {
        return node(".timeline-view .caption") instanceof Label label ? label.getText() : "";
    }
}
