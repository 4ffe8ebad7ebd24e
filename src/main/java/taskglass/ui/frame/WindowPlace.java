package taskglass.ui.frame;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.stage.Screen;
import javafx.stage.Stage;
import taskglass.settings.Settings;

/** Where a person has put the main window and how large it is: it opens there again, if a screen is still there. */
public final class WindowPlace {
    private static final String SECTION = "window";

    /** In pixels of the desktop; no width means that nothing was chosen yet. */
    record Chosen(double x, double y, double width, double height, boolean maximized) {
        static final Chosen NOTHING = new Chosen(0, 0, 0, 0, false);

        /** Whether enough of its title bar would be on a screen to move it. */
        boolean reachable() {
            return width > 0
                    && !Screen.getScreensForRectangle(x + width / 4, y, width / 2, 24)
                            .isEmpty();
        }
    }

    private final Stage stage;
    private final Settings settings;

    private WindowPlace(Stage stage, Settings settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Puts the stage, before it is shown, where it was left, and keeps its place from then on. */
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
            stage.setX(chosen.x());
            stage.setY(chosen.y());
            stage.setWidth(chosen.width());
            stage.setHeight(chosen.height());
            stage.setMaximized(chosen.maximized());
        }
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
