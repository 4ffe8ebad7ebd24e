package taskglass.ui.launch;

import java.io.File;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchChoices.Agent;
import taskglass.task.LaunchChoices.Model;
import taskglass.task.LaunchRequest;
import taskglass.task.ServerId;
import taskglass.ui.frame.Fxml;
import taskglass.ui.words.Folder;
import taskglass.ui.words.Words;

/** The fields of the launch dialog, and the request they add up to. */
final class LaunchForm {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
    private final Parent root;
    private WorkerFields worker;
    private FamilyFields family;

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

    /** Where a task is to run: what else may be chosen depends on it. */
    record Place(ServerId server, String folder) {}

    LaunchForm() {
        root = Fxml.load("launch-form", this);
    }

    @FXML
    void initialize() {
        worker = new WorkerFields(agent, model);
        family = new FamilyFields(parent, wish);
        ChoiceWords.speak(server, ServerId::shortName);
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

    /** Fills in where to begin. */
    void begin(List<ServerId> servers, ServerId first, String folder) {
        server.getItems().setAll(servers);
        server.setValue(first);
        serverRow.setVisible(servers.size() > 1);
        serverRow.setManaged(servers.size() > 1);
        directory.setText(new Folder(folder).shown());
        placeChanged();
    }

    /** Offers the tasks of the chosen server as parents: a parent is told on its own server. */
    void offerParents(Collection<AgentTask> tasks, Optional<AgentTask> chosen) {
        ServerId here = server.getValue();
        List<AgentTask> near = tasks.stream()
                .filter(task -> task.key().server().equals(here) && !task.deleted())
                .toList();
        family.offer(near, chosen.filter(task -> task.key().server().equals(here)));
    }

    void offer(LaunchChoices choices) {
        worker.offer(choices);
        if (directory.getText().isBlank()) {
            directory.setText(new Folder(choices.directory()).shown());
            placeChanged();
        }
    }

    LaunchRequest request() {
        placeChanged();
        Place where = place.get();
        return new LaunchRequest(
                where.server(), name(), prompt.getText().strip(), worker.chosen(), where.folder(), family.chosen());
    }

    /** What the task shall be called: the description, else the first line of the prompt. */
    private String name() {
        String typed = description.getText().strip();
        return typed.isEmpty() ? prompt.getText().strip().lines().findFirst().orElse("") : typed;
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
}
