package taskglass.ui.launch;

import java.io.File;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.DirectoryChooser;
import taskglass.task.AgentTask;
import taskglass.task.Assignment;
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchChoices.Agent;
import taskglass.task.LaunchChoices.Model;
import taskglass.task.LaunchRequest;
import taskglass.task.LaunchRequest.Family;
import taskglass.task.ServerId;
import taskglass.ui.frame.Fxml;
import taskglass.ui.words.Folder;
import taskglass.ui.words.Words;

/** The fields of the launch dialog: what may be chosen in each, and the request they add up to. */
final class LaunchForm {
    private final Parent root;
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
    private Optional<LaunchChoices> choices = Optional.empty();

    /** Where a task is to run: what else may be chosen depends on it. */
    record Place(ServerId server, String folder) {}

    @FXML
    private TextField description;

    @FXML
    private TextArea prompt;

    @FXML
    private ComboBox<Agent> agent;

    @FXML
    private ComboBox<Optional<Model>> model;

    @FXML
    private TextField directory;

    @FXML
    private ComboBox<Optional<AgentTask>> parent;

    @FXML
    private ComboBox<ParentWish> wish;

    @FXML
    private ComboBox<ServerId> server;

    @FXML
    private Node serverRow;

    LaunchForm() {
        root = Fxml.load("launch-form", this);
    }

    @FXML
    void initialize() {
        ChoiceWords.speak(agent, ChoiceWords::agent);
        ChoiceWords.speak(model, chosen -> ChoiceWords.model(chosen, choices));
        ChoiceWords.speak(parent, ChoiceWords::parent);
        ChoiceWords.speak(wish, ChoiceWords::wish);
        ChoiceWords.speak(server, ChoiceWords::server);
        wish.getItems().setAll(ParentWish.values());
        wish.setValue(ParentWish.WAKE);
        wish.disableProperty()
                .bind(parent.valueProperty().map(Optional::isEmpty).orElse(true));
        server.setOnAction(e -> placeChanged());
        directory.focusedProperty().addListener((source, was, focused) -> placeChanged());
    }

    Parent root() {
        return root;
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    BooleanExpression incomplete() {
        return BooleanExpression.booleanExpression(
                prompt.textProperty().map(String::isBlank).orElse(true));
    }

    @FXML
    void placeChanged() {
        place.set(new Place(server.getValue(), Folder.typed(directory.getText()).path()));
    }

    @FXML
    void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(Words.of("launch.browse.title"));
        File now = new File(Folder.typed(directory.getText()).path());
        chooser.setInitialDirectory(now.isDirectory() ? now : null);
        File chosen = chooser.showDialog(root.getScene().getWindow());
        if (chosen != null) {
            directory.setText(new Folder(chosen.getPath()).shown());
            placeChanged();
        }
    }

    /** Fills in where to begin. */
    void begin(List<ServerId> servers, ServerId first, String folder) {
        server.getItems().setAll(servers);
        server.setValue(first);
        serverRow.setVisible(servers.size() > 1);
        serverRow.setManaged(servers.size() > 1);
        directory.setText(new Folder(folder).shown());
        placeChanged();
    }

    /** Offers the tasks of the chosen server as parents, newest first. */
    void offerParents(Collection<AgentTask> tasks, Optional<AgentTask> chosen) {
        List<Optional<AgentTask>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        tasks.stream()
                .filter(task -> task.key().server().equals(server.getValue()) && !task.deleted())
                .sorted(Comparator.comparing(AgentTask::recency).reversed())
                .map(Optional::of)
                .forEach(offered::add);
        parent.getItems().setAll(offered);
        parent.setValue(chosen);
    }

    /** Takes in what the server offers; what was chosen before stays where it still can be had. */
    void offer(LaunchChoices now) {
        choices = Optional.of(now);
        Optional<Agent> agentBefore = Optional.ofNullable(agent.getValue()).filter(now.agents()::contains);
        agent.getItems().setAll(now.agents());
        agentBefore.or(() -> now.agents().stream().findFirst()).ifPresent(agent::setValue);
        Optional<Model> modelBefore = chosenModel().filter(now.models()::contains);
        model.getItems().setAll(List.of(Optional.empty()));
        now.models().forEach(offered -> model.getItems().add(Optional.of(offered)));
        model.setValue(modelBefore);
        if (directory.getText().isBlank()) {
            directory.setText(new Folder(now.directory()).shown());
            placeChanged();
        }
    }

    private Optional<Model> chosenModel() {
        return Optional.ofNullable(model.getValue()).flatMap(Function.identity());
    }

    LaunchRequest request() {
        Assignment assignment = new Assignment(
                Optional.ofNullable(agent.getValue()).map(Agent::name),
                chosenModel().map(Model::ref));
        Family family = parent.getValue()
                .map(task -> new Family(Optional.of(task.key()), wish.getValue()))
                .orElse(Family.NONE);
        return new LaunchRequest(
                server.getValue(),
                name(),
                prompt.getText().strip(),
                assignment,
                place.get().folder(),
                family);
    }

    /** What the task shall be called: the description, else the first line of the prompt. */
    private String name() {
        String typed = description.getText().strip();
        return typed.isEmpty() ? prompt.getText().strip().lines().findFirst().orElse("") : typed;
    }
}
