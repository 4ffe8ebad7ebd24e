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
            size(first(Screen.getPrimary().getVisualBounds()));
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
        settings.put(
                SECTION,
                stage.isMaximized()
                        ? new Chosen(before.x(), before.y(), before.width(), before.height(), true)
                        : new Chosen(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false));
    }
}
