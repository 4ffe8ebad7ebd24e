package taskglass.ui;

import java.util.List;
import java.util.concurrent.Executor;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;

/** The desktop around the window: the way onto its thread, whether it is dark, and the way out. */
public final class Desktop {

    /** Runs things on the JavaFX thread, in order; may be handed to any thread. */
    public Executor executor() {
        return Platform::runLater;
    }

    /** Whether the person has set the desktop to dark; it may change at any time. */
    public ObservableValue<Boolean> dark() {
        return Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
    }

    /** Closes every window and popup. */
    public void hideAll() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
    }

    /** Ends JavaFX. */
    public void exit() {
        hideAll(); // On Linux, JavaFX 25 and 26 crash if a popup is still open.
        Platform.exit();
    }
}
