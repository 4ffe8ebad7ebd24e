package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import taskglass.lab.FxThread;
import taskglass.lab.Stalls;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;
import taskglass.ui.detail.SampleLog;
import taskglass.ui.frame.Theme;

/** What an output of 10,000 parts costs the JavaFX thread; the figures are printed for a person to read. */
@Tag("slow")
class OutputFiguresTest {
    private static final int MANY = 10_000;
    private static final int PIECES = 40;

    private Stage stage;
    private OutputView view;

    @BeforeEach
    void open() {
        FxThread.ask(() -> {
            view = new OutputView(() -> {}, link -> {});
            Scene scene = new Scene(view.root(), 420, 680);
            new Theme(new SimpleObjectProperty<>(false), Settings.of(SettingsFile.none(), Runnable::run)).style(scene);
            stage = new Stage();
            stage.setX(10);
            stage.setY(10);
            stage.setScene(scene);
            stage.show();
            view.show(Optional.of(SampleLog.everything()));
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void ofTenThousandPartsOnlyTheRowsInViewAreBuilt() {
        PartLog log = SampleLog.longOne(MANY);
        long shown = timed(() -> view.show(Optional.of(log)));
        FxThread.until(
                "it stands at the end", () -> lastCell() == list().getItems().size() - 1);
        int cells = FxThread.ask(() -> list().lookupAll(".list-cell").size());
        assertThat(cells).isLessThan(120);
        try (Stalls stalls = new Stalls()) {
            long grown = 0;
            for (int i = 0; i < PIECES; i++) {
                PartUpdate piece = new PartUpdate.Grew(new Place("msg_zzzzzz", "prt_1"), "word " + i + " ");
                grown += timed(() -> view.apply(log.apply(List.of(piece)), false));
            }
            long scrolled = 0;
            for (int i = 0; i < PIECES; i++) {
                scrolled += timed(() -> flow().scrollPixels(-120));
            }
            System.out.printf(
                    "10,000 parts, %,d rows, %d cells: shown in %d ms; a piece of text costs %.1f ms, a turn of the"
                            + " wheel %.1f ms; the window stood still for %d ms at worst%n",
                    FxThread.ask(() -> list().getItems().size()),
                    cells,
                    shown / 1_000_000,
                    grown / 1e6 / PIECES,
                    scrolled / 1e6 / PIECES,
                    stalls.worst().toMillis());
        }
    }

    @Test
    void aTextOf256KilobytesGrowsOn() {
        PartLog log = new PartLog();
        FxThread.ask(() -> {
            view.show(Optional.of(log));
            return true;
        });
        String block = (SampleLog.MARKDOWN + "\n").repeat(8);
        for (int i = 0; i < 30; i++) {
            PartUpdate piece = new PartUpdate.Grew(new Place("msg_1", "prt_1"), block);
            timed(() -> view.apply(log.apply(List.of(piece)), false));
        }
        long pieces = 0;
        for (int i = 0; i < PIECES; i++) {
            PartUpdate piece = new PartUpdate.Grew(new Place("msg_1", "prt_1"), "word " + i + " ");
            pieces += timed(() -> view.apply(log.apply(List.of(piece)), false));
        }
        Part part = log.parts().iterator().next();
        System.out.printf("a text of %,d characters: a piece more costs %.1f ms%n", part.size(), pieces / 1e6 / PIECES);
        assertThat(FxThread.ask(() -> list().getItems())).hasSizeGreaterThan(1000);
    }

    /** What it takes on the JavaFX thread, with the layout that follows. */
    private long timed(Runnable work) {
        long took = FxThread.ask(() -> {
            long start = System.nanoTime();
            work.run();
            view.root().layout();
            return System.nanoTime() - start;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return took;
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) list().lookup(".virtual-flow");
    }

    private int lastCell() {
        return list().lookupAll(".list-cell").stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> !cell.isEmpty() && cell.isVisible())
                .mapToInt(ListCell::getIndex)
                .max()
                .orElse(-1);
    }

    private ListView<?> list() {
        return (ListView<?>) view.root().lookup("#output");
    }
}
