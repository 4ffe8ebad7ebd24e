package taskglass.ui.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The program's icon for the title bar and the taskbar, in the sizes that desktops request. */
public final class Icon {
    private Icon() {}

    /** Sets the icon of a window. The desktop picks the size that fits. */
    public static void on(Stage stage) {
        stage.getIcons()
                .setAll(IntStream.of(16, 32, 48, 64, 128, 256)
                        .mapToObj(Icon::image)
                        .toList());
    }

    private static Image image(int size) {
        try (InputStream in = Icon.class.getResourceAsStream("/taskglass/icons/icon-" + size + ".png")) {
            return new Image(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
