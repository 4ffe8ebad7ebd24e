package taskglass.ui.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.FxThread;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.ToolCall.State;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.ui.Sample;
import taskglass.ui.table.tree.TaskSum;

/** A parent with a to-do list, in a column that is too narrow for all that is known of it. */
class ProgressLineTest {
    private final Sample sample = new Sample();
    private ProgressLine line;

    @BeforeEach
    void work() {
        sample.told("a", "", 0);
        sample.prompted("a", 0);
        sample.called("a", new ToolCall("p1", "msg_9b", "todowrite", State.COMPLETED, Optional.empty(), two()));
        sample.called("a", "p2", State.RUNNING);
    }

    private static ToolCall.Result two() {
        return new ToolCall.Result(Optional.of(new Todos(2, 5)), OptionalInt.empty(), Optional.empty());
    }

    @Test
    void allOfItIsThereWhereItHasRoom() {
        assertThat(painted(900)).isEqualTo("2/5 · 2 calls (4 in total) · bash · 1 child, 1 running");
        assertThat(picture().isVisible()).isTrue();
        assertThat(cut()).isFalse();
    }

    @Test
    void whatFollowsIsCutFirst() {
        assertThat(painted(width("2/5 · 2 calls (4 in total) · bash · 1 chi") + drawn()))
                .startsWith("2/5 · 2 calls (4 in total) · bash")
                .endsWith("...");
        assertThat(picture().isVisible()).isTrue();
    }

    @Test
    void thenTheCountOfTheTreeGoes() {
        assertThat(painted(width("2/5 · 2 calls (4 in") + drawn()))
                .startsWith("2/5 · 2 calls · ")
                .endsWith("...");
        assertThat(picture().isVisible()).isTrue();
    }

    @Test
    void thenTheGraphGoes() {
        assertThat(painted(width("2/5 · 2 calls · ba") + dot())).startsWith("2/5 · 2 calls · ");
        assertThat(picture().isVisible()).isTrue();
        assertThat(graph().isVisible()).isFalse();
    }

    @Test
    void thenTheDotGoes() {
        assertThat(painted(width("2/5 · 2 calls · "))).startsWith("2/5 · 2 calls");
        assertThat(picture().isVisible()).isFalse();
    }

    @Test
    void inANarrowColumnThereIsNoGraphEvenBesideAShortText() {
        sample.told("b", "", 0);
        sample.prompted("b", 0);
        sample.called("b", new ToolCall("p3", "msg_9c", "todowrite", State.COMPLETED, Optional.empty(), two()));
        painted("b", 154);
        assertThat(graph().isVisible()).isFalse();
        painted("b", 155);
        assertThat(graph().isVisible()).isTrue();
    }

    @Test
    void aQueuedPromptIsReportedWholeInsteadOfThePicture() {
        sample.heard("a", new Fact.Waiting(List.of(new QueuedPrompt("msg_q", "And then?"))));
        assertThat(painted(width("2/5 · 2 calls · 1 prompt queued · b"))).contains("1 prompt queued");
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 136, 150, 160, 172, 185, 200, 230, 260}) // from the narrowest that the column can be
    void whatIsCutEndsInAnEllipsisInsideItsColumn(int column) {
        assertThat(painted(column)).endsWith("...");
        assertThat(cut()).isTrue();
        assertThat(FxThread.ask(() -> line.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .mapToDouble(node -> node.getBoundsInParent().getMaxX())
                        .max()
                        .orElseThrow()))
                .isLessThanOrEqualTo(column);
    }

    /** The words that are there to be seen, in a column of this width. */
    private String painted(double column) {
        AgentTask task = sample.task("a");
        return painted(task, TaskSum.of(task).plus(TaskSum.of(task)), column);
    }

    private String painted(String id, double column) {
        return painted(sample.task(id), TaskSum.of(sample.task(id)), column);
    }

    private String painted(AgentTask task, TaskSum taskSum, double column) {
        Progress progress = Progress.of(task, taskSum, Sample.NOON);
        return FxThread.ask(() -> {
            line = new ProgressLine();
            ProgressPicture progressPicture = new ProgressPicture();
            progressPicture.show(task, progress, Sample.NOON);
            line.begin(progressPicture);
            line.show(progress);
            line.setMinWidth(column);
            line.setMaxWidth(column);
            new Scene(new StackPane(line), 1000, 40).snapshot(null);
            return line.getChildrenUnmodifiable().stream()
                    .filter(node -> node instanceof Label label && node.isVisible() && label.getWidth() > 0)
                    .map(label -> ((Text) label.lookup(".text")).getText())
                    .collect(Collectors.joining());
        });
    }

    private Node picture() {
        return line.getChildrenUnmodifiable().getFirst();
    }

    private Node graph() {
        return ((Parent) picture()).getChildrenUnmodifiable().getLast();
    }

    private double dot() {
        painted(900);
        return FxThread.ask(((ProgressPicture) picture())::dotWidth);
    }

    private boolean cut() {
        return FxThread.ask(line::cut);
    }

    private double drawn() {
        painted(900);
        return FxThread.ask(() -> picture().prefWidth(-1));
    }

    private static double width(String words) {
        return FxThread.ask(() -> {
            Label label = new Label(words);
            new Scene(new StackPane(label), 1000, 40).snapshot(null);
            return label.getWidth();
        });
    }
}
