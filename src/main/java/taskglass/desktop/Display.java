package taskglass.desktop;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Checks for the desktop that the window needs. If it or one of its libraries is missing, one sentence says what to
 * install.
 */
public final class Display {
    private static final PrintStream ERR = System.err;
    private static final String LIBRARIES =
            "Debian and Ubuntu: apt install libgtk-3-0 libgl1 libxtst6 libxxf86vm1; Fedora: dnf install gtk3 libXtst"
                    + " libXxf86vm.";

    private static volatile boolean isShown;

    private Display() {}

    /**
     * Runs the window until it is closed. Output that JavaFX prints while it fails to start is suppressed; the sentence
     * is more useful.
     *
     * @return the exit status: 0, or 1 if there was no desktop to show the window on
     */
    public static int show(Runnable window) {
        if (missing(System.getProperty("os.name"), System.getenv())) {
            ERR.println("Taskglass needs a desktop to show its window, but DISPLAY is not set."
                    + " Start it from a desktop session, or with ssh -X, or under xvfb-run.");
            return 1;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        System.setErr(new PrintStream(kept, true, StandardCharsets.UTF_8));
        try {
            window.run();
            return 0;
        } catch (RuntimeException | LinkageError failure) {
            if (isShown) {
                throw failure;
            }
            ERR.println(sentence(failure, kept.toString(StandardCharsets.UTF_8)));
            return 1;
        } finally {
            System.setErr(ERR);
        }
    }

    /** The window is open: from now on errors are our own bugs, and are printed. */
    public static void shown() {
        isShown = true;
        System.setErr(ERR);
    }

    /** JavaFX on Linux uses X11. Under Wayland it uses XWayland, which sets DISPLAY as well. */
    static boolean missing(String system, Map<String, String> environment) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        return system.startsWith("Linux")
                && !headless
                && environment.getOrDefault("DISPLAY", "").isEmpty();
    }

    static String sentence(Throwable failure, String printed) {
        String all = failure + " " + failure.getCause() + " " + printed;
        return all.contains("Unable to open DISPLAY")
                ? "Taskglass cannot open the display named by DISPLAY. Check that it is running and that you may use"
                        + " it."
                : "Taskglass cannot open a window because a desktop library is missing. " + LIBRARIES;
    }
}
