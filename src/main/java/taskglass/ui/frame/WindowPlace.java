package taskglass.ui.frame;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import taskglass.settings.Settings;

/** Where a person has put the main window and how large it is: it opens there again, if a screen is still there. */
public final class WindowPlace {
    private static final String SECTION = "window";

    /** How large the first window is, with its frame, where the screen has room for it. */
    public static final double WIDTH = 1280;

    public static final double HEIGHT = 800;

    /** In pixels of the desktop; no width means that nothing was chosen yet. */
    record Chosen(double x, double y, double width, double height, boolean maximized) {
        static final Chosen NOTHING = new Chosen(0, 0, 0, 0, false);

        /** Whether enough of its title bar would be on a screen to move it. */
        boolean reachable() {
            return width > 0
                    && !Screen.getScreensForRectangle(x + width / 4, y, width / 2, 24)
                            .isEmpty();
        }

        /** The same on the screen that it stands on; one that reaches over several was put so, and stays. */
        Chosen broughtIn() {
            List<Screen> screens = Screen.getScreensForRectangle(x, y, width, height);
            return screens.size() == 1 ? within(screens.getFirst().getVisualBounds()) : this;
        }

        /** The same, moved and made smaller as far as it would reach beyond the room that there is. */
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

    private WindowPlace(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Puts the stage, before it is shown, where it was left, no larger than its screen, and keeps its place from then on. */
    public static void keep(Stage stage, Settings settings) {
        WindowPlace place = new WindowPlace(stage, settings);
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

    /** The first window, whose place on the screen the desktop chooses. */
    static Chosen first(Rectangle2D room) {
        return new Chosen(room.getMinX(), room.getMinY(), WIDTH, HEIGHT, false).within(room);
    }

    private void size(Chosen place) {
        stage.setWidth(place.width());
        stage.setHeight(place.height());
    }

    /** While it is maximised, the place that it returns to stays as it was. */
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
