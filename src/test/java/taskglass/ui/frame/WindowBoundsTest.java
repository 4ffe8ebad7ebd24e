package taskglass.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.lab.FxThread;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.ui.frame.WindowBounds.Chosen;

/** Where the window opens, and which of its places are remembered. */
class WindowBoundsTest extends ApplicationTest {
    private static final Rectangle2D SMALL = new Rectangle2D(0, 24, 900, 536);

    private static final Rectangle2D LARGE = new Rectangle2D(0, 0, 1920, 1080);

    @Test
    void theFirstWindowIsNoLargerThanASmallScreen() {
        assertThat(WindowBounds.first(SMALL)).isEqualTo(new Chosen(0, 24, 900, 536, false));
    }

    @Test
    void theFirstWindowLeavesRoomOnALargeScreen() {
        assertThat(WindowBounds.first(LARGE)).isEqualTo(new Chosen(0, 0, 1280, 800, false));
    }

    @Test
    void aWindowOpensWhereItWasLeft() {
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        settings.put("window", new Chosen(40, 60, 820, 460, false));
        Stage again = FxThread.ask(() -> {
            Stage window = new Stage();
            WindowBounds.keep(window, settings);
            return window;
        });
        assertThat(List.of(again.getX(), again.getY(), again.getWidth(), again.getHeight()))
                .containsExactly(40.0, 60.0, 820.0, 460.0);
    }

    @Test
    void whatFitsStaysWhereItWasLeft() {
        Chosen left = new Chosen(40, 60, 820, 460, false);
        assertThat(left.within(SMALL)).isEqualTo(left);
    }

    @Test
    void whatReachesBeyondTheScreenIsMovedIn() {
        assertThat(new Chosen(400, 300, 800, 500, false).within(SMALL)).isEqualTo(new Chosen(100, 60, 800, 500, false));
    }

    @Test
    void whatIsLargerThanTheScreenIsMadeSmaller() {
        assertThat(new Chosen(-20, 0, 1600, 1000, true).within(SMALL)).isEqualTo(new Chosen(0, 24, 900, 536, true));
    }

    @Test
    void aSmallerScreenLeavesTheRememberedPlaceAsItWas() {
        Chosen large = new Chosen(300, 40, 1600, 1000, false);
        assertThat(large.after(large.within(SMALL), SMALL)).isEqualTo(large);
    }

    @Test
    void theFrameThatADesktopAddsThereDoesNotCount() {
        Chosen large = new Chosen(300, 40, 1600, 1000, false);
        assertThat(large.after(new Chosen(0, 51, 898, 509, false), SMALL)).isEqualTo(large);
    }

    @Test
    void aWindowThatIsMovedOnASmallerScreenKeepsTheSizeOfTheLarger() {
        Chosen large = new Chosen(300, 40, 1600, 500, false);
        assertThat(large.after(new Chosen(0, 200, 900, 300, false), SMALL))
                .isEqualTo(new Chosen(0, 200, 1600, 300, false));
    }

    @Test
    void aWindowThatIsMadeSmallerThanItsScreenIsRememberedSo() {
        Chosen smaller = new Chosen(20, 40, 700, 400, false);
        assertThat(new Chosen(300, 40, 1600, 1000, false).after(smaller, SMALL)).isEqualTo(smaller);
    }

    @Test
    void onAScreenWithRoomEverySizeIsRemembered() {
        Chosen now = new Chosen(30, 40, 1890, 990, false);
        assertThat(new Chosen(300, 40, 1600, 1000, false).after(now, LARGE)).isEqualTo(now);
    }

    @Test
    void aSmallMoveIsRemembered() {
        Chosen now = new Chosen(310, 40, 1600, 1000, false);
        assertThat(new Chosen(300, 40, 1600, 1000, false).after(now, LARGE)).isEqualTo(now);
    }
}
