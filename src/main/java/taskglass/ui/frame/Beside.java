package taskglass.ui.frame;

import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** Finds a place for a window that stands beside the main window, or over its right edge where the screen ends. */
final class Beside {
    private static final double GAP = 8;

    /** Keeps the toolbar and the attention bar of the main window free. */
    private static final double BELOW_TOP = 136;

    private Beside() {}

    /** The room on the screen that shows most of the main window's left edge, else on the first screen. */
    static Rectangle2D screen(Rectangle2D main) {
        return Screen.getScreensForRectangle(main.getMinX(), main.getMinY(), main.getWidth(), main.getHeight()).stream()
                .findFirst()
                .orElse(Screen.getPrimary())
                .getVisualBounds();
    }

    /** {@code left} is where the user left the window; it counts if the window is whole on the screen there. */
    static Point2D place(Rectangle2D main, Rectangle2D screen, Dimension2D size, Optional<Point2D> left) {
        return left.filter(place -> screen.contains(place.getX(), place.getY(), size.getWidth(), size.getHeight()))
                .orElseGet(() -> new Point2D(x(main, screen, size.getWidth()), y(main, screen, size.getHeight())));
    }

    private static double x(Rectangle2D main, Rectangle2D screen, double width) {
        double right = main.getMaxX() + GAP;
        double leftOf = main.getMinX() - GAP - width;
        if (right + width <= screen.getMaxX()) {
            return right;
        }
        return leftOf >= screen.getMinX() ? leftOf : Math.max(screen.getMinX(), screen.getMaxX() - width);
    }

    private static double y(Rectangle2D main, Rectangle2D screen, double height) {
        double lowest = Math.max(screen.getMinY(), screen.getMaxY() - height);
        return Math.clamp(main.getMinY() + BELOW_TOP, screen.getMinY(), lowest);
    }
}
