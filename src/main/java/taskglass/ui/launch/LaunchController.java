package taskglass.ui.launch;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
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
 * The content of the launch window. It asks the server for the choices, says at the button what is missing, sends the
 * request, and stays open if the request is refused.
 */
public final class LaunchController {
    private static final PseudoClass WANTED = PseudoClass.getPseudoClass("wanted");

    private final Engine engine;
    private final LaunchMemory memory;
    private final Consumer<TaskKey> launched;
    private final LaunchForm form;
    private final Parent root;
    private final Tooltip tooltip = new Tooltip();
    private DialogCommand dialogCommand;
    private boolean done;
    private boolean ready;

    @FXML
    private Pane fields;

    @FXML
    private Label refusal;

    @FXML
    private Node spinner;

    @FXML
    private Label hint;

    @FXML
    private Pane launchPlace;

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
    void begin(Optional<AgentTask> parent) {
        ServerId first = parent.map(task -> task.key().server()).orElseGet(this::readyServer);
        ready = isReady(first);
        form.placeProperty().addListener((source, before, place) -> {
            if (before == null || !before.server().equals(place.server())) {
                form.offerParents(engine.store().tasks(), parent);
            }
            choose(place);
        });
        form.onParents(() -> form.offerParents(engine.store().tasks(), form.parent()));
        form.begin(
                engine.servers(),
                first,
                parent.map(task -> task.session().directory())
                        .orElseGet(() -> memory.last(first).directory()));
        form.onEdit(this::showMissing);
        showMissing();
    }

    /** Makes this task the parent of what is being typed. */
    void under(AgentTask parent) {
        form.under(parent, engine.store().tasks());
    }

    /** Moves the focus to where the user starts typing. */
    void focus() {
        form.focus();
    }

    /** Called when servers have changed. Loads the choices anew when the chosen server becomes ready. */
    void refresh() {
        form.offerServers(engine.servers());
        boolean before = ready;
        ready = isReady(form.placeProperty().get().server());
        if (ready && !before) {
            choose(form.placeProperty().get());
        }
        showMissing();
    }

    /** Called when the window has closed. */
    void closed() {
        keepDraft();
    }

    /** Keeps what was not launched for the next time. */
    void keepDraft() {
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
        dialogCommand.busyProperty().addListener((source, was, busy) -> showMissing());
        Tooltip.install(launchPlace, tooltip); // a disabled button shows none
    }

    private void submit() {
        if (missing() == Missing.NOTHING) {
            launch.fire();
        } else {
            hint.pseudoClassStateChanged(WANTED, true);
            form.focus(missing());
        }
    }

    private void showMissing() {
        Missing missing = missing();
        hint.setText(missing.text());
        hint.pseudoClassStateChanged(WANTED, missing == Missing.SERVER || missing == Missing.CHOSEN_SERVER);
        launch.setDisable(dialogCommand.busyProperty().get() || missing != Missing.NOTHING);
        launch.setAccessibleHelp(missing.text());
        tooltip.setText(missing == Missing.NOTHING ? Texts.of("launch.launch.tip") : missing.text());
    }

    private Missing missing() {
        if (!isReady(form.placeProperty().get().server())) {
            return engine.servers().stream().anyMatch(this::isReady) ? Missing.CHOSEN_SERVER : Missing.SERVER;
        }
        return form.missing();
    }

    private boolean isReady(ServerId server) {
        return engine.servers().contains(server)
                && engine.store().health(server).trouble().isEmpty();
    }

    private ServerId readyServer() {
        return engine.servers().stream()
                .filter(this::isReady)
                .findFirst()
                .orElseGet(() -> engine.servers().getFirst());
    }

    /** Requests the choices for a place. An answer that arrives after the place has changed is dropped. */
    private void choose(Place place) {
        engine.serverControl().choices(place.server(), place.folder()).whenComplete((choices, failure) -> {
            if (place.equals(form.placeProperty().get())) {
                answered(Optional.ofNullable(choices), Optional.ofNullable(failure));
            }
        });
    }

    private void answered(Optional<LaunchChoices> choices, Optional<Throwable> failure) {
        dialogCommand.refuse(failure.map(DialogCommand::sentence).orElse(""));
        choices.ifPresentOrElse(form::offer, form::notOffered);
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
