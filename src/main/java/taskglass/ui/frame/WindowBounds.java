package taskglass.ui.frame;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import taskglass.settings.Settings;

/** Saves the position and size of the main window. It opens there again if that place is still on a screen. */
public final class WindowBounds {
    private static final String SECTION = "window";

    /** The size of the first window, with its frame, if the screen has room for it. */
    public static final double WIDTH = 1280;

    public static final double HEIGHT = 800;

    /** By how much a desktop may change a place that a program asked for: bars and the frame of the window. */
    private static final double FRAME = 64;

    private static final Rectangle2D EVERYWHERE = new Rectangle2D(-1e6, -1e6, 2e6, 2e6);

    /** The saved place in desktop pixels. A width of zero means that nothing has been saved yet. */
    record Chosen(double x, double y, double width, double height, boolean maximized) {
        static final Chosen NOTHING = new Chosen(0, 0, 0, 0, false);

        /** Whether enough of the title bar would be on a screen to move the window. */
        boolean reachable() {
            return width > 0
                    && !Screen.getScreensForRectangle(x + width / 4, y, width / 2, 24)
                            .isEmpty();
        }

        /**
         * The same place, fitted to its screen. A window across several screens was put there by the user and stays.
         */
        Chosen broughtIn() {
            List<Screen> screens = Screen.getScreensForRectangle(x, y, width, height);
            return screens.size() == 1 ? within(screens.getFirst().getVisualBounds()) : this;
        }

        /**
         * What to save once the window stands there, on a screen with that room. A size that only the screen limits stays
         * as it was chosen on a larger one, and so does a place that only the screen has moved.
         */
        Chosen after(Chosen now, Rectangle2D room) {
            boolean fitted = !within(room).equals(this) && now.resembles(within(room));
            return new Chosen(
                    fitted ? x : now.x,
                    fitted ? y : now.y,
                    limits(width, now.width, room.getWidth()) ? width : now.width,
                    limits(height, now.height, room.getHeight()) ? height : now.height,
                    now.maximized);
        }

        private static boolean limits(double chosen, double now, double room) {
            return chosen > room && now > room - FRAME;
        }

        private boolean resembles(Chosen other) {
            return Math.abs(x - other.x) < FRAME
                    && Math.abs(y - other.y) < FRAME
                    && Math.abs(width - other.width) < FRAME
                    && Math.abs(height - other.height) < FRAME;
        }

        /** The same place, moved and shrunk as far as needed to fit the available room. */
        Chosen within(Rectangle2D room) {
            double fitWidth = Math.min(width, room.getWidth());
            double fitHeight = Math.min(height, room.getHeight());
            return new Chosen(
                    Math.clamp(x, room.getMinX(), room.getMaxX() - fitWidth),
                    Math.clamp(y, room.getMinY(), room.getMaxY() - fitHeight),
                    fitWidth,
                    fitHeight,
                    maximized);
        }
    }

    private final Stage stage;
    private final Settings settings;

    private WindowBounds(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Restores the saved place before the stage is shown, no larger than its screen. Saves every later change. */
    public static void keep(Stage stage, Settings settings) {
        WindowBounds place = new WindowBounds(stage, settings);
        place.restore(settings.section(SECTION, Chosen.class, Chosen.NOTHING));
        InvalidationListener moved = o -> place.note();
        for (Observable part : new Observable[] {
            stage.xProperty(),
            stage.yProperty(),
            stage.widthProperty(),
            stage.heightProperty(),
            stage.maximizedProperty()
        }) {
            part.addListener(moved);
        }
    }

    private void restore(Chosen chosen) {
        if (chosen.reachable()) {
            Chosen place = chosen.broughtIn();
            stage.setX(place.x());
            stage.setY(place.y());
            size(place);
            stage.setMaximized(place.maximized());
        } else {
            Rectangle2D room = Screen.getPrimary().getVisualBounds();
            size(chosen.width() > 0 ? chosen.within(room) : first(room));
        }
    }

    /** The place of the first window. Its position is chosen by the desktop. */
    static Chosen first(Rectangle2D room) {
        return new Chosen(room.getMinX(), room.getMinY(), WIDTH, HEIGHT, false).within(room);
    }

    private void size(Chosen place) {
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /** Saves the place. While the window is maximized, the place that it returns to is kept. */
    private void note() {
        Chosen before = settings.section(SECTION, Chosen.class, Chosen.NOTHING);
        if (!stage.isShowing() || stage.isIconified()) {
            return;
        }
        Chosen now = new Chosen(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        settings.put(
                SECTION,
                stage.isMaximized()
                        ? new Chosen(before.x(), before.y(), before.width(), before.height(), true)
                        : before.after(now, room(now)));
    }

    /** The room of the screen on which the window stands; across several screens nothing limits it. */
    private static Rectangle2D room(Chosen now) {
        List<Screen> screens = Screen.getScreensForRectangle(now.x(), now.y(), now.width(), now.height());
        return screens.size() == 1 ? screens.getFirst().getVisualBounds() : EVERYWHERE;
    }
}
