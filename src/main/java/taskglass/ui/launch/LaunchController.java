package taskglass.ui.launch;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import taskglass.engine.Engine;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;
import taskglass.ui.frame.Fxml;
import taskglass.ui.launch.LaunchForm.Place;

/**
 * The launch dialog. It asks the server for the choices, sends the request, and stays open if the request is refused.
 */
public final class LaunchController {
    private final Engine engine;
    private final LaunchMemory memory;
    private final Consumer<TaskKey> launched;
    private final LaunchForm form;
    private final Parent root;
    private DialogCommand dialogCommand;
    private boolean done;

    @FXML
    private Pane fields;

    @FXML
    private Label refusal;

    @FXML
    private Node spinner;

    @FXML
    private Label hint;

    @FXML
    private Button launch;

    /** {@code launched} receives the new task after the server has accepted its prompt. */
    public LaunchController(Engine engine, LaunchMemory memory, Consumer<TaskKey> launched) {
        this.engine = engine;
        this.memory = memory;
        this.launched = launched;
        form = new LaunchForm(memory, engine.taskCommands()::hasDirectory);
        root = Fxml.load("launch", this);
        DialogCommand.onSubmit(root, this::submit);
    }

    public Parent root() {
        return root;
    }

    /**
     * Fills in the parent and its directory. Without a parent, fills in the first available server and the last choices
     * made there.
     */
    public void begin(Optional<AgentTask> parent) {
        ServerId first = parent.map(task -> task.key().server()).orElseGet(this::readyServer);
        form.placeProperty().addListener((source, before, place) -> {
            if (before == null || !before.server().equals(place.server())) {
                form.offerParents(engine.store().tasks(), parent);
            }
            choose(place);
        });
        form.begin(
                engine.servers(),
                first,
                parent.map(task -> task.session().directory())
                        .orElseGet(() -> memory.last(first).directory()));
    }

    /** Moves the focus to where the user starts typing. */
    public void focus() {
        form.focus();
    }

    /** Called when the dialog has closed. Keeps what was not launched for the next time. */
    public void closed() {
        if (!done) {
            memory.draft(form.draft());
        }
    }

    @FXML
    void initialize() {
        dialogCommand = new DialogCommand(refusal, spinner);
        fields.getChildren().add(form.root());
        VBox.setVgrow(form.root(), Priority.ALWAYS);
        fields.disableProperty().bind(dialogCommand.busyProperty());
        launch.disableProperty().bind(dialogCommand.busyProperty().or(form.incomplete()));
    }

    private void submit() {
        if (launch.isDisabled()) {
            form.complain();
        } else {
            launch();
        }
    }

    private ServerId readyServer() {
        return engine.servers().stream()
                .filter(server -> engine.store().health(server).trouble().isEmpty())
                .findFirst()
                .orElseGet(() -> engine.servers().getFirst());
    }

    /** Requests the choices for a place. An answer that arrives after the place has changed is dropped. */
    private void choose(Place place) {
        hint.setText(Texts.of("launch.asking"));
        engine.choices(place.server(), place.folder()).whenComplete((choices, failure) -> {
            if (place.equals(form.placeProperty().get())) {
                answered(Optional.ofNullable(choices), Optional.ofNullable(failure));
            }
        });
    }

    private void answered(Optional<LaunchChoices> choices, Optional<Throwable> failure) {
        hint.setText("");
        dialogCommand.refuse(failure.map(DialogCommand::sentence).orElse(""));
        choices.ifPresent(form::offer);
    }

    @FXML
    void launch() {
        LaunchRequest request = form.request();
        dialogCommand.send(engine.launch(request), key -> {
            memory.launched(request);
            done = true;
            close();
            launched.accept(key);
        });
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
