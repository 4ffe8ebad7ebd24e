package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.Desktop;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;

/** What it costs the JavaFX thread to show another part of 5,000 rows; 60 frames a second leave 16.7 ms for each. */
class ScrollCostTest extends ApplicationTest {
    private static final int ROWS = 5000;
    private static final int FRAMES = 120;

    /** What a turn of the wheel moves. */
    private static final int ROWS_A_TURN = 3;

    private TreeTableView<?> view;

    @Override
    public void start(Stage stage) {
        Sample sample = new Sample();
        TaskTable table = new TaskTable(sample.book, new SimpleObjectProperty<>(Sample.NOON), TaskActions.NONE);
        table.apply(sample.listed(IntStream.range(0, ROWS)
                .mapToObj(i -> Sample.session("s" + i, i % 3 == 0 ? "" : "s" + (i - i % 3), i))
                .toList()));
        IntStream.range(0, 100).forEach(i -> table.apply(sample.prompted("s" + i * 50, i)));
        view = table.view();
        Scene scene = new Scene(view, 880, 650);
        new Theme(new Desktop().dark(), Settings.of(SettingsFile.none(), Runnable::run)).dress(scene);
        stage.setScene(scene);
        stage.setX(10);
        stage.setY(10);
        stage.show();
    }

    @Test
    void fiveThousandRowsAreScrolledThroughFrameByFrame() {
        long[] far = frames(ROWS / FRAMES);
        long[] near = frames(ROWS_A_TURN);
        assertThat(view.getExpandedItemCount()).isEqualTo(ROWS);
        System.out.printf(
                "5,000 rows: a frame three rows further takes %.1f ms (one in a hundred more than %.1f), one in which"
                        + " all rows are others %.1f ms%n",
                near[near.length / 2] / 1e6, near[near.length * 99 / 100] / 1e6, far[far.length / 2] / 1e6);
    }

    /** The times of frames that are so many rows apart, sorted; without the first, in which the code is compiled. */
    private long[] frames(int step) {
        return IntStream.range(0, FRAMES)
                .mapToLong(i -> FxThread.ask(() -> frame(i * step)))
                .skip(FRAMES / 3)
                .sorted()
                .toArray();
    }

    private long frame(int row) {
        long start = System.nanoTime();
        view.scrollTo(row);
        view.applyCss();
        view.layout();
        return System.nanoTime() - start;
    }
}
