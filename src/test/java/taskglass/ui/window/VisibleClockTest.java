package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;

class VisibleClockTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(NOON);
    private final AtomicInteger ticks = new AtomicInteger();
    private final Stage stage = FxThread.ask(() -> {
        Stage window = new Stage();
        window.show();
        return window;
    });
    private final ObservableValue<Instant> shown = FxThread.ask(() -> VisibleClock.of(clock, stage));

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void nothingTicksInAHiddenWindow() {
        listen();
        close();
        pass(5);
        assertThat(ticks).hasValue(0);
    }

    @Test
    void nothingTicksInAMinimisedWindow() {
        listen();
        minimised(true);
        pass(5);
        assertThat(ticks).hasValue(0);
    }

    @Test
    void aWindowThatIsBackShowsTheRightTimeAtOnce() {
        minimised(true);
        pass(5);
        minimised(false);
        assertThat(FxThread.ask(shown::getValue)).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void itTicksWithItsClockInAWindowThatIsThere() {
        listen();
        pass(1);
        assertThat(ticks).hasValue(1);
    }

    private void listen() {
        FxThread.ask(() -> {
            shown.addListener((source, before, now) -> ticks.incrementAndGet());
            return true;
        });
    }

    private void minimised(boolean now) {
        FxThread.ask(() -> {
            stage.setIconified(now);
            return true;
        });
    }

    private void pass(int seconds) {
        FxThread.ask(() -> {
            clock.set(NOON.plusSeconds(seconds));
            return true;
        });
    }
}
