package taskglass.ui.detail.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.task.transcript.Part.Call;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;
import taskglass.ui.detail.output.CallText;

/** Shows the calls of the latest run over time and, below the picture, the input and output of the selected call. */
public final class TimelineView {
    private static final double STEP = 1.5;

    private final TimelinePicture picture = new TimelinePicture();
    private final Label span = new Label();
    private final CallDetails details = new CallDetails();
    private final Label empty = new Label();
    private final Tooltip tip = new Tooltip();
    private final VBox root;
    private final ObservableValue<Instant> clock;

    private final ChangeListener<Instant> tick = (source, before, now) -> tick();

    private Lanes lanes = Lanes.of(List.of(), List.of());
    private List<Call> calls = List.of();
    private List<Subagent> subagents = List.of();
    private String count = "";
    private Optional<Call> chosen = Optional.empty();

    public TimelineView(ObservableValue<Instant> clock) {
        this.clock = clock;
        picture.setId("timeline");
        picture.setFocusTraversable(true);
        picture.setAccessibleRole(AccessibleRole.TEXT);
        picture.getStyleClass().add("timeline");
        picture.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        picture.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            picture.requestFocus();
            choose(picture.at(e.getX(), e.getY()));
        });
        picture.addEventHandler(MouseEvent.MOUSE_MOVED, this::hovered);
        picture.addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        clock.addListener(new WeakChangeListener<>(tick));
        ScrollPane scroll = new ScrollPane(picture);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("timeline-scroll");
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0); // in a low window the lanes give way, not the line below them
        VBox.setVgrow(scroll, Priority.ALWAYS);
        span.getStyleClass().add("caption");
        empty.getStyleClass().add("detail-empty");
        root = new VBox(empty, span, picture.scale(), scroll, details.root());
        root.getStyleClass().add("timeline-view");
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        show(List.of(), "");
    }

    /** The keys that work while the focus is in the picture. */
    public static PartKeys keys() {
        return new PartKeys(
                "timeline",
                List.of(
                        PartKeys.Line.of("step", KeyCode.LEFT, KeyCode.RIGHT),
                        PartKeys.Line.of("lane", KeyCode.UP, KeyCode.DOWN),
                        PartKeys.Line.of("ends", KeyCode.HOME, KeyCode.END)));
    }

    public VBox root() {
        return root;
    }

    /** {@code none} is shown while there are no calls. */
    public void show(List<Call> callsNow, String none) {
        empty.setText(none);
        calls = callsNow;
        showLanes();
    }

    /** Sets the subagents that work for the run. */
    public void subagents(List<Subagent> now) {
        if (!now.equals(subagents)) {
            subagents = now;
            showLanes();
        }
    }

    private void showLanes() {
        lanes = Lanes.of(calls, subagents);
        chosen = chosen.flatMap(before -> lanes.calls().stream()
                .filter(call -> call.place().equals(before.place()))
                .findFirst());
        boolean any = !lanes.isEmpty();
        root.getChildren().forEach(child -> {
            child.setVisible(any == !child.equals(empty));
            child.setManaged(child.isVisible());
        });
        paint();
        showDetails();
    }

    /** Sets the text for how many calls the task and its tree have made. */
    public void count(String words) {
        if (!words.equals(count)) {
            count = words;
            sayHow();
        }
    }

    private void tick() {
        if (lanes.end().isEmpty() && inView()) {
            paint();
        }
    }

    /** While another tab is, what holds this one is hidden. */
    private boolean inView() {
        boolean hidden =
                Stream.<Node>iterate(root, Objects::nonNull, Node::getParent).anyMatch(node -> !node.isVisible());
        return root.getScene() != null && !hidden;
    }

    private void paint() {
        Instant now = clock.getValue();
        picture.show(lanes, now);
        sayHow();
    }

    private void sayHow() {
        Instant now = clock.getValue();
        span.setText(lanes.begin()
                .map(begin -> Texts.of(
                        "detail.timeline.span",
                        CallText.time(begin),
                        CallText.time(lanes.end().orElse(now)),
                        count))
                .orElse(""));
    }

    private void choose(Optional<Call> call) {
        chosen = call;
        call.ifPresent(picture::reveal);
        showDetails();
    }

    private void showDetails() {
        picture.choose(chosen);
        details.show(chosen);
        picture.setAccessibleText(chosen.map(this::accessibleText)
                .orElseGet(() -> Texts.of(
                        "detail.timeline.accessible",
                        lanes.calls().size(),
                        lanes.calls().stream().map(Call::tool).distinct().count())));
    }

    private String accessibleText(Call call) {
        return Texts.of(
                "detail.timeline.call",
                lanes.calls().indexOf(call) + 1,
                lanes.calls().size(),
                CallText.line(call));
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case RIGHT -> step(1);
            case LEFT -> step(-1);
            case DOWN -> lane(1);
            case UP -> lane(-1);
            case HOME -> choose(lanes.calls().stream().findFirst());
            case END ->
                choose(
                        lanes.calls().isEmpty()
                                ? Optional.empty()
                                : Optional.of(lanes.calls().getLast()));
            case PLUS, ADD, EQUALS -> picture.zoom(STEP, picture.getWidth() / 2);
            case MINUS, SUBTRACT -> picture.zoom(1 / STEP, picture.getWidth() / 2);
            case DIGIT0, NUMPAD0 -> picture.whole();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void step(int by) {
        List<Call> calls = lanes.calls();
        if (!calls.isEmpty()) {
            int from = chosen.map(calls::indexOf).orElse(by > 0 ? -1 : calls.size());
            choose(Optional.of(calls.get(Math.clamp(from + by, 0, calls.size() - 1))));
        }
    }

    /** Selects the call of the next lane with calls that started nearest to the selected one. */
    private void lane(int by) {
        Optional<Call> from = chosen.or(() -> lanes.calls().stream().findFirst());
        from.flatMap(here -> lanes.next(lanes.lane(here), by)
                        .flatMap(lane -> lane.calls().stream().min(Comparator.comparing(call -> gap(here, call)))))
                .ifPresent(call -> choose(Optional.of(call)));
    }

    private static Duration gap(Call one, Call other) {
        return Duration.between(Lanes.start(one), Lanes.start(other)).abs();
    }

    private void scrolled(ScrollEvent wheel) {
        if (wheel.isShortcutDown()) {
            picture.zoom(wheel.getDeltaY() > 0 ? STEP : 1 / STEP, wheel.getX());
            wheel.consume();
        } else if (picture.zoom() > 1 && (wheel.isShiftDown() || wheel.getDeltaX() != 0)) {
            picture.move(-(wheel.getDeltaX() == 0 ? wheel.getDeltaY() : wheel.getDeltaX()));
            wheel.consume();
        }
    }

    private void hovered(MouseEvent mouse) {
        Optional<String> text = picture.at(mouse.getX(), mouse.getY())
                .map(CallText::line)
                .or(() -> picture.subagentAt(mouse.getY())
                        .map(there -> Texts.of("detail.timeline.subagent", there.name(), there.count())));
        Tooltip.uninstall(picture, tip);
        text.ifPresent(words -> {
            tip.setText(words);
            Tooltip.install(picture, tip);
        });
    }
}
