package taskglass.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class BesideTest {
    private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Dimension2D SIZE = new Dimension2D(620, 480);

    @Test
    void itStandsRightOfTheMainWindowWhereThereIsRoom() {
        assertThat(place(new Rectangle2D(0, 0, 1280, 800))).isEqualTo(new Point2D(1288, 136));
    }

    @Test
    void itStandsLeftOfTheMainWindowWhereThereIsRoomOnlyThere() {
        assertThat(place(new Rectangle2D(640, 100, 1280, 800))).isEqualTo(new Point2D(12, 236));
    }

    @Test
    void itStandsOverTheRightEdgeWhereTheScreenEnds() {
        assertThat(place(new Rectangle2D(320, 100, 1280, 800))).isEqualTo(new Point2D(1300, 236));
    }

    @Test
    void itIsWhollyOnTheScreen() {
        assertThat(place(new Rectangle2D(320, 900, 1280, 800))).isEqualTo(new Point2D(1300, 600));
    }

    @Test
    void itComesBackToWhereTheUserLeftItIfThatIsStillOnTheScreen() {
        Rectangle2D main = new Rectangle2D(0, 0, 1280, 800);
        assertThat(Beside.place(main, SCREEN, SIZE, Optional.of(new Point2D(40, 50))))
                .isEqualTo(new Point2D(40, 50));
        assertThat(Beside.place(main, SCREEN, SIZE, Optional.of(new Point2D(1900, 50))))
                .isEqualTo(new Point2D(1288, 136));
    }

    private static Point2D place(Rectangle2D main) {
        return Beside.place(main, SCREEN, SIZE, Optional.empty());
    }
}
