package taskglass.ui.launch;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanExpression;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import taskglass.engine.Engine;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchChoices.Model;
import taskglass.task.request.PromptDelivery;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;

/** The dialog that prompts an existing task again, with the same agent and model unless the user changes them. */
public final class ContinueController {
    private final Engine engine;
    private final LaunchMemory memory;
    private final AgentTask task;
    private final Consumer<TaskKey> done;
    private final PromptField prompt;
    private final Parent root;
    private AgentFields worker;
    private DialogCommand dialogCommand;
    private boolean sent;

    @FXML
    private Label name;

    @FXML
    private Label state;

    @FXML
    private Pane promptPlace;

    @FXML
    private Node fields;

    @FXML
    private ComboBox<Agent> agent;

    @FXML
    private ComboBox<Optional<Model>> model;

    @FXML
    private Label workerNote;

    @FXML
    private Node deliveryField;

    @FXML
    private ComboBox<PromptDelivery> delivery;

    @FXML
    private Label refusal;

    @FXML
    private Node spinner;

    @FXML
    private Button send;

    /** {@code done} receives the task after the server has accepted the prompt. */
    public ContinueController(Engine engine, LaunchMemory memory, AgentTask task, Consumer<TaskKey> done) {
        this.engine = engine;
        this.memory = memory;
        this.task = task;
        this.done = done;
        prompt = new PromptField(memory);
        root = Fxml.load("continue", this);
        DialogCommand.onSubmit(root, this::submit);
    }

    /** Called when the dialog has closed. Keeps unsent text for the next time this task is continued. */
    public void closed() {
        memory.followUp(task.key(), sent ? "" : prompt.text());
    }

    public Parent root() {
        return root;
    }

    @FXML
    void initialize() {
        dialogCommand = new DialogCommand(refusal, spinner);
        refresh();
        promptPlace.getChildren().add(prompt.root());
        prompt.area().setText(memory.followUp(task.key()));
        fields.disableProperty().bind(dialogCommand.busyProperty());
        send.disableProperty()
                .bind(dialogCommand
                        .busyProperty()
                        .or(BooleanExpression.booleanExpression(
                                prompt.area().textProperty().map(String::isBlank))));
        Assignment before = task.session().assignment();
        offerDelivery();
        worker = new AgentFields(agent, model, workerNote, choices -> Texts.of("continue.model.same"));
        worker.want(
                before.agent().orElse(""),
                before.model().map(ModelRef::toString).orElse(""));
        engine.serverControl()
                .choices(task.key().server(), task.session().directory())
                .whenComplete((choices, failure) -> {
                    if (failure == null) {
                        worker.offer(choices);
                    } else {
                        dialogCommand.refuse(DialogCommand.sentence(failure));
                    }
                });
    }

    /** Offers the delivery choice for a task at work, if its server supports both ways. */
    private void offerDelivery() {
        delivery.getItems().setAll(PromptDelivery.values());
        delivery.setValue(PromptDelivery.STEER);
        delivery.setConverter(new StringConverter<>() {
            @Override
            public String toString(PromptDelivery way) {
                return way == null ? "" : Texts.of("continue.delivery." + way);
            }

            @Override
            public PromptDelivery fromString(String words) {
                return delivery.getValue();
            }
        });
    }

    /** Updates the dialog to the task's current status. */
    public void refresh() {
        Optional<AgentTask> now = engine.store().find(task.key()).filter(there -> !there.deleted());
        name.setText(TaskNames.of(now.orElse(task)));
        boolean busy = now.filter(there -> there.status().active()).isPresent();
        boolean choice = busy && engine.taskCommands().knowsDelivery(task.key());
        String atWork = choice ? "continue.busy.choice" : "continue.busy";
        state.setText(Texts.of(now.isEmpty() ? "continue.gone" : busy ? atWork : "continue.settled"));
        deliveryField.setVisible(choice);
        deliveryField.setManaged(choice);
    }

    private void submit() {
        if (send.isDisabled()) {
            prompt.complain();
        } else {
            send();
        }
    }

    @FXML
    void send() {
        String text = prompt.text();
        dialogCommand.send(
                engine.taskCommands().prompt(task.key(), worker.chosen(), text, delivery.getValue()), key -> {
                    memory.prompted(text);
                    sent = true;
                    close();
                    done.accept(key);
                });
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
