package taskglass.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Chooses how JavaFX renders on Linux. Without a graphics card JavaFX would load all of OpenGL, find that out, and then
 * render in software.
 */
public final class Rendering {
    private static final String ORDER = "prism.order";
    private static final String SOFTWARE = "sw";

    /** Disables JavaFX's cache of background images. The software renderer would stretch them pixel by pixel. */
    private static final String DIRECTLY = "prism.disableRegionCaching";

    private Rendering() {}

    /**
     * Makes JavaFX use its software renderer at once if no device can do better, unless the user chose a renderer. Must
     * be called before JavaFX starts, which then does not search for devices. With software rendering, backgrounds are
     * not cached, which halves the painting time.
     *
     * @param devices the folder in which the system lists its devices
     */
    public static void choose(String system, Path devices) {
        if (system.startsWith("Linux") && System.getProperty(ORDER) == null && !hasCard(devices)) {
            System.setProperty(ORDER, SOFTWARE);
        }
        if (SOFTWARE.equals(System.getProperty(ORDER)) && System.getProperty(DIRECTLY) == null) {
            System.setProperty(DIRECTLY, "true");
        }
    }

    /**
     * Whether there is a card with a kernel driver, NVIDIA's own driver, or the one that Windows lends to its Linux.
     */
    private static boolean hasCard(Path devices) {
        return Stream.of("dri", "nvidiactl", "dxg").map(devices::resolve).anyMatch(Files::exists);
    }
}
