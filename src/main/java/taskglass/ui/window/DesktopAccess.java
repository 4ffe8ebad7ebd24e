package taskglass.ui.window;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableIntegerValue;
import javafx.beans.value.ObservableValue;
import javafx.stage.Window;
import javafx.util.Duration;
import taskglass.programs.ExternalPrograms;
import taskglass.ui.frame.CaretBlinkLimit;

/** The desktop around the window: access to its thread, its dark mode, opening documents, and exiting. */
public final class DesktopAccess {
    private final Consumer<String> documents;
    private final IntConsumer dock;
    private final Duration blinking;
    private final ExternalPrograms programs;

    /** Creates a desktop without a dock, on which no document can be opened. */
    public DesktopAccess() {
        this(document -> {}, waiting -> {});
    }

    /**
     * {@code documents} opens an address with the program registered for it; {@code dock} shows how many tasks are
     * waiting for the user.
     */
    public DesktopAccess(Consumer<String> documents, IntConsumer dock) {
        this(documents, dock, CaretBlinkLimit.BLINKING);
    }

    /** The same, with the time for which a caret blinks after the last key press. */
    DesktopAccess(Consumer<String> documents, IntConsumer dock, Duration blinking) {
        this(documents, dock, blinking, ExternalPrograms.none());
    }

    private DesktopAccess(Consumer<String> documents, IntConsumer dock, Duration blinking, ExternalPrograms programs) {
        this.documents = documents;
        this.dock = dock;
        this.blinking = blinking;
        this.programs = programs;
    }

    /** The same desktop, on which these programs can be started. */
    public DesktopAccess with(ExternalPrograms there) {
        return new DesktopAccess(documents, dock, blinking, there);
    }

    ExternalPrograms programs() {
        return programs;
    }

    Duration blinking() {
        return blinking;
    }

    /** Keeps the number on the dock equal to the number of waiting tasks. */
    void keepDock(ObservableIntegerValue waiting) {
        waiting.addListener((source, before, now) -> dock.accept(now.intValue()));
    }

    /** Opens a web page in the browser. Ignores addresses that are not HTTP or HTTPS. */
    void browse(URI page) {
        if ("http".equalsIgnoreCase(page.getScheme()) || "https".equalsIgnoreCase(page.getScheme())) {
            open(page);
        }
    }

    /** Opens a folder or page with the desktop's program for it. */
    void open(URI address) {
        documents.accept(address.toString());
    }

    /** Runs tasks on the JavaFX thread, in order. Thread-safe. */
    public Executor executor() {
        return Platform::runLater;
    }

    /** Whether the user has set the desktop to dark mode. May change at any time. */
    public ObservableValue<Boolean> dark() {
        return Platform.getPreferences().colorSchemeProperty().map(scheme -> scheme == ColorScheme.DARK);
    }

    /** Closes all windows and popups. */
    public void hideAll() {
        List.copyOf(Window.getWindows()).forEach(Window::hide);
    }

    /** Exits JavaFX. */
    public void exit() {
        hideAll(); // On Linux, JavaFX 25 and 26 crash if a popup is still open.
        Platform.exit();
    }
}
