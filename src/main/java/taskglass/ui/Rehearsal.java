package taskglass.ui;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.TaskBook;
import taskglass.ui.detail.Specimen;
import taskglass.ui.frame.Theme;
import taskglass.ui.launch.RenameController;
import taskglass.ui.table.TaskActions;
import taskglass.ui.table.TaskTable;

/**
 * Lays out once, unseen, what costs much the first time, for its classes, style sheets and fonts: in pieces, between which
 * the JavaFX thread does whatever else there is to do.
 */
final class Rehearsal {
    private static final Duration REST = Duration.millis(50);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 480;

    /** More rows cost more and tell nothing new. */
    private static final int ROWS = 8;

    private static final AtomicBoolean FIRST = new AtomicBoolean();
    private static final AtomicBoolean OTHERS = new AtomicBoolean();

    private final Scene stage = new Scene(new Pane(), WIDTH, HEIGHT);
    private final Queue<Runnable> pieces = new ArrayDeque<>();

    private Rehearsal(Theme theme) {
        theme.dress(stage);
    }

    /** The table and a form, before there is a window; {@code owner} is the JavaFX thread, and not the one that calls. */
    static void first(Supplier<Theme> theme, Executor owner) {
        if (FIRST.getAndSet(true)) {
            return;
        }
        Theme worn = CompletableFuture.supplyAsync(theme, owner).join();
        Rehearsal rehearsal =
                CompletableFuture.supplyAsync(() -> new Rehearsal(worn), owner).join();
        rehearsal.add(() -> new Label("", new FontIcon(BootstrapIcons.CIRCLE)));
        rehearsal.add(() ->
                new RenameController("", name -> CompletableFuture.failedStage(new IllegalStateException())).root());
        rehearsal.add(() -> new TreeTableView<>(new TreeItem<>("")));
        rehearsal.add(() -> table(1));
        rehearsal.add(() -> table(ROWS));
        rehearsal.pieces.forEach(
                piece -> CompletableFuture.runAsync(piece, owner).join());
    }

    /** What a person may open soon, while the window rests. */
    static void others(Theme theme, List<Supplier<Parent>> acts) {
        if (!OTHERS.getAndSet(true)) {
            Rehearsal rehearsal = new Rehearsal(theme);
            acts.forEach(rehearsal::add);
            PauseTransition rest = new PauseTransition(REST);
            rest.setOnFinished(e -> rehearsal.goOn(rest));
            rest.play();
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

    private static Parent table(int rows) {
        TaskBook book = new TaskBook(Clock.systemUTC());
        TaskTable table = new TaskTable(book, new ReadOnlyObjectWrapper<>(Instant.EPOCH), TaskActions.NONE);
        table.apply(Specimen.tasks(book, rows));
        return table.view();
    }
}
