package taskglass.ui.attention;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import taskglass.engine.Engine;
import taskglass.task.BookDiff;
import taskglass.task.TaskKey;
import taskglass.ui.attention.Drawer.Kind;
import taskglass.words.Words;

/**
 * What waits for a person, one request at a time, oldest first, and how it is answered. It takes no room while nothing
 * waits; the request that it shows stays there until it waits no more.
 */
public final class AttentionStrip {
    /** Nobody reads a request faster: a key or click that comes sooner was meant for what stood there before. */
    private static final Duration TOO_SOON = Duration.millis(700);

    private final Engine engine;
    private final Consumer<TaskKey> select;
    private final Runnable leave;
    private final Waiting waiting;
    private final Bar bar;
    private final VBox root;
    private final Drawer drawer;
    private final PauseTransition calm = new PauseTransition(TOO_SOON);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Optional<Request.Id> shown = Optional.empty();

    /**
     * @param select shows a task's row
     * @param leave takes the focus when there is nothing more to do here
     */
    public AttentionStrip(Engine engine, ObservableValue<Instant> clock, Consumer<TaskKey> select, Runnable leave) {
        this.engine = engine;
        this.select = select;
        this.leave = leave;
        waiting = new Waiting(engine.book());
        Responses responses = new Responses(
                this,
                (request, answer) ->
                        engine.answer(request.task().key(), request.attention().id(), answer));
        bar = new Bar(this, responses, clock);
        root = bar.root();
        drawer =
                new Drawer(bar.drawer(), kind -> responses.panel(waiting.shown().orElseThrow(), kind));
        root.managedProperty().bind(root.visibleProperty());
        calm.setOnFinished(e -> show());
        StripKeys.listen(this, responses, root);
        show();
    }

    public Parent root() {
        return root;
    }

    /** How many wait. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The window's name, with the number of those that wait. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Follows the book. */
    public void apply(BookDiff diff) {
        if (waiting.apply(diff)) {
            drawer.keep(waiting.ids());
            if (!waiting.shown().map(Request::id).equals(shown)) {
                calm.playFromStart();
            }
            show();
        }
    }

    /** Brings the keyboard here; a question unfolds, to be answered. */
    public void focus() {
        waiting.shown().ifPresent(request -> {
            root.requestFocus();
            if (request.isQuestion()) {
                open(Kind.QUESTION);
            }
        });
    }

    private void show() {
        Optional<Request> now = waiting.shown();
        boolean answerable = answerable().isPresent();
        shown = now.map(Request::id);
        count.set(waiting.count());
        title.set(Words.of("attention.title", waiting.count()));
        if (!answerable && root.isFocusWithin()) {
            // What is disabled loses the focus, which must not fall on something else.
            root.requestFocus();
        }
        now.ifPresentOrElse(this::show, this::vanish);
        bar.answerable(answerable);
        drawer.disable(!answerable);
        if (answerable && root.isFocused()) {
            // An answer has failed: whoever was typing goes on there.
            drawer.panel().ifPresent(Panel::focus);
        }
    }

    private void show(Request request) {
        drawer.show(shown);
        boolean unfolded = drawer.kind()
                .filter(kind -> kind == Kind.DETAILS || kind == Kind.QUESTION)
                .isPresent();
        bar.place(waiting.position(), waiting.count());
        root.setVisible(true);
        bar.show(Headline.of(request, engine), request.attention(), unfolded);
    }

    private void vanish() {
        boolean here = root.isFocusWithin();
        drawer.show(shown);
        bar.gone();
        root.setVisible(false);
        if (here) {
            leave.run();
        }
    }

    /** What is shown, if it has been there long enough to be read and no answer to it is under way. */
    Optional<Request> answerable() {
        boolean still = calm.getStatus() != Animation.Status.RUNNING;
        return waiting.shown()
                .filter(request -> still && !request.attention().answering().underWay());
    }

    void openTask() {
        waiting.shown().ifPresent(request -> select.accept(request.task().key()));
    }

    /** Goes to the request after this one, or with -1 to the one before. */
    void turn(int by) {
        if (by < 0) {
            waiting.previous();
        } else {
            waiting.next();
        }
        root.requestFocus();
        show();
    }

    /** Unfolds a closer look, or the question; folds it again. */
    void unfold() {
        Kind kind = waiting.shown().filter(Request::isQuestion).isPresent() ? Kind.QUESTION : Kind.DETAILS;
        if (drawer.kind().equals(Optional.of(kind))) {
            back();
        } else {
            open(kind);
        }
    }

    /** Whether something of what is to be allowed has not been seen: it is cut, and nothing shows the whole of it. */
    boolean hides() {
        return drawer.kind().isEmpty() && bar.hides();
    }

    Optional<Panel> panel() {
        return drawer.panel();
    }

    /** Unfolds a panel under what is shown. */
    Optional<Panel> open(Kind kind) {
        root.requestFocus();
        drawer.open(kind);
        show();
        return drawer.panel();
    }

    /** Folds what is unfolded; the second time leaves. */
    void back() {
        if (drawer.kind().isPresent()) {
            drawer.close();
            root.requestFocus();
            show();
        } else {
            leave.run();
        }
    }
}
