package taskglass.ui.frame;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableIntegerValue;
import javafx.geometry.VPos;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.ArcType;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import javafx.stage.Stage;

/** Adds the number of waiting requests to the icon of a window, for taskbars that show window icons. */
public final class Badge {
    private static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128);

    /** A larger number is shown as "9+": two digits are not readable at 16 pixels. */
    private static final int MOST = 9;

    private static final Color GLASS = Color.web("#0969da");
    private static final Color ALARM = Color.web("#cf222e");

    private Badge() {}

    /** Keeps the icons of a window up to date with the number. */
    public static void keep(Stage stage, ObservableIntegerValue waiting) {
        put(stage, waiting.get());
        waiting.addListener((source, before, now) -> put(stage, now.intValue()));
    }

    private static void put(Stage stage, int waiting) {
        stage.getIcons()
                .setAll(SIZES.stream()
                        .flatMap(size -> icon(size, waiting).stream())
                        .toList());
    }

    static String text(int waiting) {
        return waiting == 0 ? "" : waiting > MOST ? MOST + "+" : String.valueOf(waiting);
    }

    /** Empty if nothing is waiting and the program has no icon of its own. The desktop then shows its default icon. */
    static Optional<Image> icon(int size, int waiting) {
        Optional<Image> drawn = drawn(size);
        return waiting == 0 ? drawn : Optional.of(withCount(drawn, size, waiting));
    }

    private static Image withCount(Optional<Image> drawn, int size, int waiting) {
        Canvas canvas = new Canvas(size, size);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        drawn.ifPresentOrElse(image -> pen.drawImage(image, 0, 0, size, size), () -> plain(pen, size));
        badge(pen, size, text(waiting));
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return canvas.snapshot(clear, null);
    }

    /** The designed icon, if the program contains it. */
    private static Optional<Image> drawn(int size) {
        InputStream file = Badge.class.getResourceAsStream("/taskglass/icons/icon-" + size + ".png");
        return Stream.ofNullable(file)
                .map(Image::new)
                .filter(image -> !image.isError())
                .findFirst();
    }

    /** Draws a fallback icon: rows behind glass. */
    private static void plain(GraphicsContext pen, double size) {
        pen.setFill(GLASS);
        pen.fillRoundRect(0, 0, size, size, size / 3, size / 3);
        pen.setFill(Color.WHITE);
        for (int row = 0; row < 3; row++) {
            pen.fillRect(size * 0.22, size * (0.26 + 0.2 * row), size * (0.56 - 0.12 * row), size * 0.1);
        }
    }

    private static void badge(GraphicsContext pen, double size, String words) {
        double wide = size * 0.62;
        double at = size - wide;
        pen.setFill(Color.WHITE);
        pen.fillArc(at - 1, at - 1, wide + 2, wide + 2, 0, 360, ArcType.ROUND);
        pen.setFill(ALARM);
        pen.fillArc(at, at, wide, wide, 0, 360, ArcType.ROUND);
        pen.setFill(Color.WHITE);
        pen.setFont(Font.font("System", FontWeight.BOLD, wide * (words.length() > 1 ? 0.6 : 0.8)));
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setTextBaseline(VPos.CENTER);
        pen.fillText(words, at + wide / 2, at + wide / 2);
    }
}
