package taskglass.ui;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;

class CalmCaretTest {
    /** Longer than a frame, by far: a caret that blinks makes sixty a second. */
    private static final int LOOKS = 20;

    private final AtomicInteger frames = new AtomicInteger();
    private Stage stage;

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            stage.hide();
            return true;
        });
    }

    @Test
    void framesEndWhenTheCaretOfAFieldHasRested() {
        FxThread.ask(() -> {
            TextField field = new TextField();
            Scene scene = new Scene(field, 200, 100);
            CalmCaret.in(scene, Duration.millis(50));
            scene.addPreLayoutPulseListener(frames::incrementAndGet);
            stage = new Stage();
            stage.setX(10);
            stage.setY(10);
            stage.setScene(scene);
            stage.show();
            field.requestFocus();
            return true;
        });
        int[] quiet = {0, -1};
        Await.until("no frame comes any more", () -> {
            int now = frames.get();
            quiet[0] = now == quiet[1] ? quiet[0] + 1 : 0;
            quiet[1] = now;
            return quiet[0] > LOOKS;
        });
    }
}
