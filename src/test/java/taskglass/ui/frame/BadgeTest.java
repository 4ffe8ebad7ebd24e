package taskglass.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.lab.FxThread;

/** The number on the icon of the window. */
class BadgeTest {
    @ParameterizedTest
    @CsvSource({"0, ''", "1, 1", "9, 9", "10, 9+", "120, 9+"})
    void aNumberThatCouldNotBeReadIsReportedAsMore(int waiting, String words) {
        assertThat(Badge.text(waiting)).isEqualTo(words);
    }

    @Test
    void whileNothingWaitsThereIsNoRed() {
        assertThat(FxThread.ask(() -> Badge.icon(32, 0).map(BadgeTest::red).orElse(0L)))
                .isZero();
    }

    @Test
    void whatWaitsIsARedSpotInTheIcon() {
        assertThat(FxThread.ask(() -> Badge.icon(32, 3).map(BadgeTest::red).orElse(0L)))
                .isGreaterThan(100);
    }

    @Test
    void theIconsOfAWindowFollowTheNumber() {
        SimpleIntegerProperty waiting = new SimpleIntegerProperty();
        Stage stage = FxThread.ask(Stage::new);
        FxThread.ask(() -> {
            Badge.keep(stage, waiting);
            waiting.set(2);
            return true;
        });
        assertThat(FxThread.ask(() -> List.copyOf(stage.getIcons()))).hasSize(5).allMatch(icon -> red(icon) > 0);
    }

    /** How many pixels are more red than anything else. */
    private static long red(Image icon) {
        long found = 0;
        for (int x = 0; x < icon.getWidth(); x++) {
            for (int y = 0; y < icon.getHeight(); y++) {
                Color colour = icon.getPixelReader().getColor(x, y);
                found += colour.getRed() > 0.6 && colour.getGreen() < 0.4 && colour.getBlue() < 0.4 ? 1 : 0;
            }
        }
        return found;
    }
}
