package taskglass.ui.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;

class FrameTurnsTest extends ApplicationTest {
    private final List<Node> rows =
            Stream.generate(Pane::new).limit(30).map(Node.class::cast).toList();
    private final List<Integer> framesOfTurns = new ArrayList<>();
    private FrameTurns frameTurns;
    private int frame;

    @Override
    public void start(Stage stage) {
        Pane view = new Pane();
        frameTurns = new FrameTurns(view);
        Scene scene = new Scene(view, 200, 100);
        scene.addPostLayoutPulseListener(() -> frame++);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void thirtyRowsTakeTheirTurnsInThreeFrames() {
        ask(rows);
        FxThread.until("all have had their turn", () -> framesOfTurns.size() == 30);

        assertThat(IntStream.of(0, 1, 2).map(i -> Collections.frequency(framesOfTurns, framesOfTurns.getFirst() + i)))
                .containsExactly(12, 12, 6);
    }

    @Test
    void whatIsAskedTwiceForARowIsDoneOnce() {
        Runnable change = this::note;
        FxThread.ask(() -> {
            frameTurns.request(rows.getFirst(), change);
            frameTurns.request(rows.getFirst(), change);
            return true;
        });
        ask(rows.subList(1, 2));
        FxThread.until("both rows have had their turn", () -> framesOfTurns.size() >= 2);

        assertThat(framesOfTurns).hasSize(2);
    }

    private void ask(List<Node> about) {
        FxThread.ask(() -> {
            about.forEach(row -> frameTurns.request(row, this::note));
            return true;
        });
    }

    private void note() {
        framesOfTurns.add(frame);
    }
}
