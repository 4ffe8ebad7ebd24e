package taskglass;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How JavaFX draws on Linux: where there is no graphics card it would load all of OpenGL to learn that, and then
 * draw by software.
 */
public final class Drawing {
    private static final String ORDER = "prism.order";
    private static final String SOFTWARE = "sw";

    /** Without it JavaFX keeps a picture of each background and stretches that, which software does dot by dot. */
    private static final String DIRECTLY = "prism.disableRegionCaching";

    private Drawing() {}

    /**
     * Has JavaFX draw by software at once where no device can do better, unless somebody chose how; to be called before
     * JavaFX starts, which then looks no more. By software it paints backgrounds anew, which takes half the time.
     *
     * @param devices where the system lists its devices
     */
    public static void choose(String system, Path devices) {
        if (system.startsWith("Linux") && System.getProperty(ORDER) == null && !hasCard(devices)) {
            System.setProperty(ORDER, SOFTWARE);
        }
        if (SOFTWARE.equals(System.getProperty(ORDER)) && System.getProperty(DIRECTLY) == null) {
            System.setProperty(DIRECTLY, "true");
        }
    }

    /** By the kernel's drivers, by NVIDIA's own, or by the one that Windows lends to its Linux. */
    private static boolean hasCard(Path devices) {
        return Stream.of("dri", "nvidiactl", "dxg").map(devices::resolve).anyMatch(Files::exists);
    }
}
