package taskglass.lab;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of scenes in {@code target/screens}, for a person to look at. */
public final class Snapshot {
    private static final Path FOLDER = Path.of("target", "screens");

    private Snapshot() {}

    /**
     * Paints a scene as it is now.
     *
     * @return how many colours the picture has
     */
    public static long of(Scene scene, String name) {
        WritableImage image = FxThread.ask(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        int[] colours = IntStream.range(0, width * height)
                .map(i -> pixels.getArgb(i % width, i / width))
                .toArray();
        picture.setRGB(0, 0, width, height, colours, 0, width);
        write(picture, FOLDER.resolve(name + ".png"));
        return IntStream.of(colours).distinct().count();
    }

    private static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot paint " + file, e);
        }
    }
}
