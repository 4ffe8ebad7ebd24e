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
import taskglass.task.TaskKey;
import taskglass.task.store.StoreDiff;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;
import taskglass.ui.attention.ExpandedPanel.Kind;

/**
 * The attention bar: shows the requests waiting for the user, one at a time and oldest first, and lets the user answer
 * them. It takes no room while nothing is waiting. The shown request stays until it is no longer waiting.
 */
public final class AttentionBar {
    /** Nobody reads a request faster than this. An earlier key or click was meant for what was shown before. */
    private static final Duration TOO_SOON = Duration.millis(700);

    private final Engine engine;
    private final Consumer<TaskKey> select;
    private final Runnable leave;
    private final WaitingRequests waitingRequests;
    private final RequestLine requestLine;
    private final VBox root;
    private final ExpandedPanel expandedPanel;
    private final PauseTransition calm = new PauseTransition(TOO_SOON);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private Optional<Request.Id> shown = Optional.empty();

    /**
     * @param select shows a task's row
     * @param leave takes the focus when there is nothing more to do here
     */
    public AttentionBar(Engine engine, ObservableValue<Instant> clock, Consumer<TaskKey> select, Runnable leave) {
        this.engine = engine;
        this.select = select;
        this.leave = leave;
        waitingRequests = new WaitingRequests(engine.store());
        Responses responses = new Responses(
                this,
                (request, answer) ->
                        engine.answer(request.task().key(), request.attention().id(), answer));
        requestLine = new RequestLine(this, responses, clock);
        root = requestLine.root();
        expandedPanel = new ExpandedPanel(
                requestLine.drawer(),
                kind -> responses.panel(waitingRequests.shown().orElseThrow(), kind));
        root.managedProperty().bind(root.visibleProperty());
        calm.setOnFinished(e -> show());
        AttentionKeys.listen(this, responses, root);
        show();
    }

    /** The keys that work while the focus is here. */
    public static PartKeys keys() {
        return AttentionKeys.ALL;
    }

    public Parent root() {
        return root;
    }

    /** The number of waiting requests. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** The window title, with the number of waiting requests. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Follows the store. */
    public void apply(StoreDiff diff) {
        if (waitingRequests.apply(diff)) {
            expandedPanel.keep(waitingRequests.ids());
            if (!waitingRequests.shown().map(Request::id).equals(shown)) {
                calm.playFromStart();
            }
            show();
        }
    }

    /** Moves the keyboard focus here. A question expands so that it can be answered. */
    public void focus() {
        waitingRequests.shown().ifPresent(request -> {
            root.requestFocus();
            if (request.isQuestion()) {
                open(Kind.QUESTION);
            }
        });
    }

    private void show() {
        Optional<Request> now = waitingRequests.shown();
        boolean answerable = answerable().isPresent();
        boolean editable = editable().isPresent();
        shown = now.map(Request::id);
        count.set(waitingRequests.count());
        title.set(Texts.of("attention.title", waitingRequests.count()));
        if (!(editable && expandedPanel.isFocused()) && !answerable && root.isFocusWithin()) {
            // A disabled node loses the focus, which must not go to something else.
            root.requestFocus();
        }
        now.ifPresentOrElse(this::show, this::vanish);
        requestLine.answerable(answerable);
        expandedPanel.disable(!editable);
        if (editable && root.isFocused()) {
            // An answer has failed: the user continues typing where they were.
            expandedPanel.panel().ifPresent(Panel::focus);
        }
    }

    private void show(Request request) {
        expandedPanel.show(shown);
        boolean unfolded = expandedPanel
                .kind()
                .filter(kind -> kind == Kind.DETAILS || kind == Kind.QUESTION)
                .isPresent();
        requestLine.place(waitingRequests.position(), waitingRequests.count());
        root.setVisible(true);
        requestLine.show(RequestHeadline.of(request, engine), request.attention(), unfolded);
    }

    private void vanish() {
        boolean here = root.isFocusWithin();
        expandedPanel.show(shown);
        requestLine.gone();
        root.setVisible(false);
        if (here) {
            leave.run();
        }
    }

    /** The shown request, if an answer can be sent now. */
    Optional<Request> answerable() {
        return editable().filter(request -> request.task().lastSeen().isEmpty());
    }

    /** The shown request, if it has been visible long enough to be read and no answer to it is in progress. */
    private Optional<Request> editable() {
        boolean still = calm.getStatus() != Animation.Status.RUNNING;
        return waitingRequests
                .shown()
                .filter(request -> still && !request.attention().answering().underWay());
    }

    void openTask() {
        waitingRequests
                .shown()
                .ifPresent(request -> select.accept(request.task().key()));
    }

    /** Goes to the next request or, with -1, to the previous one. */
    void turn(int by) {
        if (by < 0) {
            waitingRequests.previous();
        } else {
            waitingRequests.next();
        }
        root.requestFocus();
        show();
    }

    /** Expands the details or the question. Collapses it again if it is open. */
    void unfold() {
        Kind kind = waitingRequests.shown().filter(Request::isQuestion).isPresent() ? Kind.QUESTION : Kind.DETAILS;
        if (expandedPanel.kind().equals(Optional.of(kind))) {
            back();
        } else {
            open(kind);
        }
    }

    /** Whether a part of what the user would allow is hidden: it is cut, and nothing shows all of it. */
    boolean hides() {
        return expandedPanel.kind().isEmpty() && requestLine.hides();
    }

    Optional<Panel> panel() {
        return expandedPanel.panel();
    }

    /** Expands a panel below the shown request. */
    Optional<Panel> open(Kind kind) {
        root.requestFocus();
        expandedPanel.open(kind);
        show();
        return expandedPanel.panel();
    }

    /** Collapses the open panel. If none is open, leaves the attention bar. */
    void back() {
        if (expandedPanel.kind().isPresent()) {
            expandedPanel.close();
            root.requestFocus();
            show();
        } else {
            leave.run();
        }
    }
}
