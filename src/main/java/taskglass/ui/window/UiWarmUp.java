package taskglass.ui.window;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import taskglass.ui.frame.Theme;

/**
 * Lays out expensive views once, off screen, so that their classes, style sheets and fonts are already loaded when they
 * open. It works in small pieces so that the JavaFX thread can do other work in between.
 */
final class UiWarmUp {
    /** By then the window is up and its table is filled. Neither must wait for this. */
    private static final Duration CALM = Duration.seconds(2);

    private static final Duration REST = Duration.millis(50);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 480;

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private final Scene stage = new Scene(new Pane(), WIDTH, HEIGHT);
    private final Queue<Runnable> pieces = new ArrayDeque<>();

    private UiWarmUp(Theme theme) {
        theme.style(stage);
    }

    /** Starts to lay out, while the window is idle, the views that the user may open soon. */
    static void begin(Theme theme, List<Supplier<Parent>> acts) {
        if (!DONE.getAndSet(true)) {
            UiWarmUp uiWarmUp = new UiWarmUp(theme);
            acts.forEach(uiWarmUp::add);
            PauseTransition rest = new PauseTransition(REST);
            rest.setOnFinished(e -> uiWarmUp.next(rest));
            PauseTransition calm = new PauseTransition(CALM);
            calm.setOnFinished(e -> rest.play());
            calm.play();
        }
    }

    private void add(Supplier<? extends Parent> act) {
        pieces.add(() -> stage.setRoot(act.get()));
        pieces.add(() -> stage.getRoot().applyCss());
        pieces.add(() -> {
            stage.getRoot().resize(WIDTH, HEIGHT);
            stage.getRoot().layout();
        });
    }

    private void next(PauseTransition rest) {
        Runnable next = pieces.poll();
        if (next != null) {
            next.run();
            rest.playFromStart();
        }
    }
}
