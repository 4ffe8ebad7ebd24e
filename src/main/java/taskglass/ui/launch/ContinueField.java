package taskglass.ui.launch;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.bootstrapicons.BootstrapIcons;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.engine.Engine;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.request.PromptDelivery;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.ui.actions.PartKeys;

/**
 * The field that prompts the shown task again, with the agent and the model that it has used. Enter sends, Shift+Enter
 * breaks the line. Each task has a draft of its own, shared with {@link ContinueController}.
 */
public final class ContinueField {
    /** The field grows with its text up to this many lines. */
    private static final int MOST_LINES = 5;

    /** The space around the text within the field. */
    private static final double AROUND = 28;

    private final Engine engine;
    private final LaunchMemory memory;
    private final TextArea area = new TextArea();
    private final Text measure = new Text();
    private final Button options = new Button("", new FontIcon(BootstrapIcons.SLIDERS));
    private final Button send = new Button("", new FontIcon(BootstrapIcons.ARROW_RETURN_LEFT));
    private final Label refusal = new Label();
    private final VBox root;
    private final Set<TaskKey> sending = new HashSet<>();
    private final Map<TaskKey, String> refusals = new HashMap<>();
    private Optional<AgentTask> task = Optional.empty();
    private Runnable onLeave = () -> {};
    private Runnable onSent = () -> {};

    public ContinueField(Engine engine, LaunchMemory memory) {
        this.engine = engine;
        this.memory = memory;
        area.setId("continue-prompt");
        area.setWrapText(true);
        area.setPrefRowCount(1);
        area.setMinHeight(Region.USE_PREF_SIZE);
        area.setAccessibleText(Texts.of("continue.field.accessible"));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.textProperty().addListener((source, before, now) -> typed(now));
        area.widthProperty().addListener((source, before, now) -> grow());
        options.setId("continue-options");
        iconButton(options, "continue.options");
        send.setId("continue-send");
        iconButton(send, "continue.field.send");
        send.setOnAction(e -> send());
        refusal.setId("continue-refusal");
        refusal.getStyleClass().add("refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        refusal.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(area, Priority.ALWAYS);
        HBox line = new HBox(area, options, send);
        line.getStyleClass().add("continue-line");
        root = new VBox(refusal, line);
        root.getStyleClass().add("continue-field");
        root.setMinHeight(Region.USE_PREF_SIZE);
        update();
    }

    /** The keys that work in the field. */
    public static PartKeys keys() {
        return new PartKeys(
                "continue",
                List.of(
                        PartKeys.Line.of("send", KeyCode.ENTER),
                        PartKeys.Line.of("break", new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHIFT_DOWN))));
    }

    public VBox root() {
        return root;
    }

    /** The button that offers to choose the agent, the model and the delivery. */
    public Button options() {
        return options;
    }

    /** {@code leave} moves the focus after Escape; {@code sent} is called when the shown task has got a prompt. */
    public void connect(Runnable leave, Runnable sent) {
        onLeave = leave;
        onSent = sent;
    }

    /** Shows the draft of a task, or what has changed about it. */
    public void show(AgentTask now) {
        boolean other = task.filter(before -> before.key().equals(now.key())).isEmpty();
        task = Optional.of(now);
        if (other) {
            reload();
        }
        update();
    }

    /** Shows the draft again, which the dialog may have changed. */
    public void reload() {
        String draft = task.map(now -> memory.followUp(now.key())).orElse("");
        if (!draft.equals(area.getText())) {
            area.setText(draft);
        }
    }

    private void typed(String text) {
        task.ifPresent(now -> {
            if (!text.equals(memory.followUp(now.key()))) {
                memory.followUp(now.key(), text);
                refusals.remove(now.key());
            }
        });
        grow();
        update();
    }

    private void grow() {
        measure.setFont(area.getFont());
        measure.setWrappingWidth(Math.max(40, area.getWidth() - AROUND));
        measure.setText("A");
        double line = measure.getLayoutBounds().getHeight();
        measure.setText(area.getText().endsWith("\n") ? area.getText() + "A" : area.getText());
        long lines = Math.round(measure.getLayoutBounds().getHeight() / line);
        area.setPrefRowCount(Math.clamp(lines, 1, MOST_LINES));
    }

    private void update() {
        boolean there = task.filter(now -> !now.deleted()).isPresent();
        boolean busy = task.map(AgentTask::key).filter(sending::contains).isPresent();
        root.setVisible(there);
        root.setManaged(there);
        area.setEditable(!busy);
        area.setPromptText(task.map(this::hint).orElse(""));
        send.setDisable(busy || area.getText().isBlank());
        String why = task.map(now -> refusals.getOrDefault(now.key(), "")).orElse("");
        refusal.setText(why);
        refusal.setVisible(!why.isEmpty());
        refusal.setManaged(!why.isEmpty());
    }

    private String hint(AgentTask now) {
        boolean joins = now.status().active() && engine.taskCommands().knowsDelivery(now.key());
        return Texts.of(joins ? "continue.hint.steer" : now.status().active() ? "continue.hint.busy" : "continue.hint");
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case ENTER -> {
                if (key.isShiftDown()) {
                    area.replaceSelection("\n");
                } else {
                    send();
                }
            }
            case TAB ->
                area.requestFocusTraversal(key.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            case ESCAPE -> onLeave.run();
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void send() {
        String text = area.getText().strip();
        if (!text.isEmpty()) {
            task.map(AgentTask::key).filter(sending::add).ifPresent(key -> send(key, text));
        }
    }

    private void send(TaskKey key, String text) {
        refusals.remove(key);
        update();
        Assignment asBefore = new Assignment(Optional.empty(), Optional.empty());
        engine.taskCommands().prompt(key, asBefore, text, PromptDelivery.STEER).whenComplete((sent, failure) -> {
            sending.remove(key);
            if (failure == null) {
                sent(key, text);
            } else {
                refusals.put(key, DialogCommand.sentence(failure));
            }
            update();
        });
    }

    private void sent(TaskKey key, String text) {
        memory.prompted(text);
        memory.followUp(key, "");
        if (task.filter(now -> now.key().equals(key)).isPresent()) {
            reload();
            onSent.run();
        }
    }

    private static void iconButton(Button button, String key) {
        button.getStyleClass().add("icon-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Texts.of(key));
        button.setTooltip(new Tooltip(Texts.of(key)));
    }
}
