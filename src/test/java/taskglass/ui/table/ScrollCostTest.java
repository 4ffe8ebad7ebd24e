package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.Sample;
import taskglass.ui.frame.Theme;
import taskglass.ui.window.DesktopAccess;

/** What it costs the JavaFX thread to show another part of 5,000 rows; 60 frames a second leave 16.7 ms for each. */
@Tag("slow")
class ScrollCostTest extends ApplicationTest {
    private static final int ROWS = 5000;
    private static final int FRAMES = 240;
    private static final long FRAME = 16_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** In these the code is compiled. */
    private static final int WARM = 240;

    /** What a turn of the wheel moves. */
    private static final int ROWS_A_TURN = 3;

    private TreeTableView<?> view;

    @Override
    public void start(Stage stage) {
        Sample sample = new Sample();
        TaskTable table = new TaskTable(sample.store, new SimpleObjectProperty<>(Sample.NOON), RowActions.NONE);
        table.apply(sample.listed(IntStream.range(0, ROWS)
                .mapToObj(i -> Sample.session("s" + i, i % 3 == 0 ? "" : "s" + (i - i % 3), i))
                .toList()));
        IntStream.range(0, 100).forEach(i -> table.apply(sample.prompted("s" + i * 50, i)));
        view = table.view();
        Scene scene = new Scene(view, 880, 650);
        new Theme(new DesktopAccess().dark(), Settings.of(SettingsFile.none(), Runnable::run)).style(scene);
        stage.setScene(scene);
        stage.setX(10);
        stage.setY(10);
        stage.show();
    }

    @Test
    void fiveThousandRowsAreScrolledThroughFrameByFrame() {
        frames(ROWS_A_TURN, WARM);
        long[] near = frames(ROWS_A_TURN, FRAMES);
        long[] far = frames(ROWS / FRAMES, FRAMES);
        assertThat(FxThread.ask(view::getExpandedItemCount)).isEqualTo(ROWS);
        System.out.printf(
                "5,000 rows, a frame three rows further: %s; one in which all rows are others: %s%n",
                words(near), words(far));
    }

    private static String words(long[] sorted) {
        return "%.1f ms of work, one in a hundred more than %.1f, %d of %d more than 16"
                .formatted(
                        sorted[sorted.length / 2] / 1e6,
                        sorted[sorted.length * 99 / 100] / 1e6,
                        LongStream.of(sorted).filter(nanos -> nanos > FRAME).count(),
                        sorted.length);
    }

    /** What the JavaFX thread works in frames that are so many rows apart, up and down through the rows, sorted. */
    private long[] frames(int step, int count) {
        Frames frames = new Frames(step, count);
        FxThread.ask(() -> {
            frames.start();
            return true;
        });
        return frames.worked.join();
    }

    /** A frame is all that the thread does from one pulse to the next: scroll, style, lay out, hand over what to paint. */
    private final class Frames extends AnimationTimer {
        private final int step;
        private final long[] each;
        private final CompletableFuture<long[]> worked = new CompletableFuture<>();
        private int frame = -1;
        private long before;

        Frames(int step, int count) {
            this.step = step;
            each = new long[count];
        }

        @Override
        public void handle(long now) {
            // The processor time: what other programs take of this machine is not ours.
            long at = THREADS.getCurrentThreadCpuTime();
            if (frame >= 0) {
                each[frame] = at - before;
            }
            before = at;
            frame++;
            if (frame == each.length) {
                stop();
                Arrays.sort(each);
                worked.complete(each);
            } else {
                int last = ROWS - 30;
                int row = frame * step % (2 * last);
                view.scrollTo(row < last ? row : 2 * last - row);
            }
        }
    }
}
