package taskglass.ui;

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
import taskglass.ui.frame.CalmCaret;

/** The desktop around the window: the way onto its thread, whether it is dark, and the way out. */
public final class Desktop {
    private final Consumer<String> documents;
    private final IntConsumer dock;
    private final Duration blinking;

    /** One on which no document can be opened, without a dock. */
    public Desktop() {
        this(document -> {}, waiting -> {});
    }

    /**
     * {@code documents} opens what is at an address with the program that is there for it; {@code dock} shows how many tasks
     * wait for a person.
     */
    public Desktop(Consumer<String> documents, IntConsumer dock) {
        this(documents, dock, CalmCaret.BLINKING);
    }

    /** The same, where a caret blinks for so long after the last key. */
    Desktop(Consumer<String> documents, IntConsumer dock, Duration blinking) {
        this.documents = documents;
        this.dock = dock;
        this.blinking = blinking;
    }

    Duration blinking() {
        return blinking;
    }

    /** Keeps the dock true to the number of those that wait for a person. */
    void keepDock(ObservableIntegerValue waiting) {
        waiting.addListener((source, before, now) -> dock.accept(now.intValue()));
    }

    /** Opens a page of the web in the browser; of whatever else the address may be, nothing. */
    void browse(URI page) {
        if ("http".equalsIgnoreCase(page.getScheme()) || "https".equalsIgnoreCase(page.getScheme())) {
            open(page);
        }
    }

    /** Opens a folder or a page with the program that the desktop has for it. */
    void open(URI address) {
        documents.accept(address.toString());
    }

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
