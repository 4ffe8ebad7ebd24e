package taskglass.ui;

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
 * Lays out once, unseen, what costs much the first time, for its classes, style sheets and fonts: in pieces, between which
 * the JavaFX thread does whatever else there is to do.
 */
final class Rehearsal {
    /** Until then the window has come up and its table is filled, which must not wait for this. */
    private static final Duration CALM = Duration.seconds(2);

    private static final Duration REST = Duration.millis(50);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 480;

    private static final AtomicBoolean DONE = new AtomicBoolean();

    private final Scene stage = new Scene(new Pane(), WIDTH, HEIGHT);
    private final Queue<Runnable> pieces = new ArrayDeque<>();

    private Rehearsal(Theme theme) {
        theme.dress(stage);
    }

    /** What a person may open soon, while the window rests. */
    static void begin(Theme theme, List<Supplier<Parent>> acts) {
        if (!DONE.getAndSet(true)) {
            Rehearsal rehearsal = new Rehearsal(theme);
            acts.forEach(rehearsal::add);
            PauseTransition rest = new PauseTransition(REST);
            rest.setOnFinished(e -> rehearsal.goOn(rest));
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

    private void goOn(PauseTransition rest) {
        Runnable next = pieces.poll();
        if (next != null) {
            next.run();
            rest.playFromStart();
        }
    }
}
