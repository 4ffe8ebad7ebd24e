package taskglass.ui.launch;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import taskglass.engine.Engine;
import taskglass.task.AgentTask;
import taskglass.task.LaunchChoices;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.ui.frame.Fxml;
import taskglass.ui.launch.LaunchForm.Place;
import taskglass.ui.words.Words;

/** The launch dialog: asks the server what may be chosen, sends the request, and stays open if it is refused. */
public final class LaunchController {
    private static final KeyCombination LAUNCH = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final Engine engine;
    private final Consumer<TaskKey> launched;
    private final LaunchForm form = new LaunchForm();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Parent root;

    @FXML
    private Pane fields;

    @FXML
    private Label refusal;

    @FXML
    private Node sending;

    @FXML
    private Label hint;

    @FXML
    private Button launch;

    /** {@code launched} hears of the new task once the server has taken its prompt. */
    public LaunchController(Engine engine, Consumer<TaskKey> launched) {
        this.engine = engine;
        this.launched = launched;
        root = Fxml.load("launch", this);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::launchByKey);
    }

    public Parent root() {
        return root;
    }

    /** Fills in the parent and where it works, or else the first server that is there and its own directory. */
    public void begin(Optional<AgentTask> parent) {
        ServerId first = parent.map(task -> task.key().server()).orElseGet(this::readyServer);
        form.placeProperty().addListener((source, before, place) -> {
            if (before == null || !before.server().equals(place.server())) {
                form.offerParents(engine.book().tasks(), parent);
            }
            choose(place);
        });
        form.begin(
                engine.servers(),
                first,
                parent.map(task -> task.session().directory()).orElse(""));
    }

    @FXML
    void initialize() {
        fields.getChildren().add(form.root());
        fields.disableProperty().bind(busy);
        sending.visibleProperty().bind(busy);
        sending.managedProperty().bind(busy);
        launch.disableProperty().bind(busy.or(form.incomplete()));
        tellRefusal("");
    }

    private void launchByKey(KeyEvent e) {
        if (LAUNCH.match(e)) {
            e.consume();
            launch.fire();
        }
    }

    private ServerId readyServer() {
        return engine.servers().stream()
                .filter(server -> engine.book().health(server).trouble().isEmpty())
                .findFirst()
                .orElseGet(() -> engine.servers().getFirst());
    }

    /** Asks what may be chosen in a place; an answer that comes after the place has changed again is dropped. */
    private void choose(Place place) {
        hint.setText(Words.of("launch.asking"));
        engine.choices(place.server(), place.folder()).whenComplete((choices, failure) -> {
            if (place.equals(form.placeProperty().get())) {
                answered(Optional.ofNullable(choices), Optional.ofNullable(failure));
            }
        });
    }

    private void answered(Optional<LaunchChoices> choices, Optional<Throwable> failure) {
        hint.setText("");
        tellRefusal(failure.map(LaunchController::sentence).orElse(""));
        choices.ifPresent(form::offer);
    }

    @FXML
    void launch() {
        busy.set(true);
        tellRefusal("");
        engine.launch(form.request()).whenComplete((key, failure) -> {
            busy.set(false);
            if (failure == null) {
                close();
                launched.accept(key);
            } else {
                tellRefusal(sentence(failure));
            }
        });
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }

    private void tellRefusal(String sentence) {
        refusal.setText(sentence);
        refusal.setVisible(!sentence.isEmpty());
        refusal.setManaged(!sentence.isEmpty());
    }

    private static String sentence(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }
}
