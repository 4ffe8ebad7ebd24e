package taskglass.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import taskglass.ui.frame.WindowBounds.Chosen;

class WindowBoundsTest {
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
}
