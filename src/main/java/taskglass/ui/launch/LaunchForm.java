package taskglass.ui.launch;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import taskglass.task.ServerId;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchChoices.Model;
import taskglass.task.request.LaunchRequest;
import taskglass.task.status.AgentTask;
import taskglass.text.FolderName;
import taskglass.ui.frame.Fxml;
import taskglass.ui.launch.LaunchMemory.Choice;
import taskglass.ui.launch.LaunchMemory.Draft;

/** The fields of the launch window and the request that results from them. */
final class LaunchForm {
    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>();
    private final LaunchMemory memory;
    private final BiFunction<ServerId, String, CompletionStage<Boolean>> exists;
    private final PromptField prompt;
    private final Parent root;
    private AgentFields worker;
    private ParentFields family;
    private DirectoryField folder;

    @FXML
    private TextField description;

    @FXML
    private Pane promptPlace;

    @FXML
    private ComboBox<Agent> agent;

    @FXML
    private ComboBox<Optional<Model>> model;

    @FXML
    private Label workerNote;

    @FXML
    private TextField directory;

    @FXML
    private Label directoryNote;

    @FXML
    private ComboBox<Optional<AgentTask>> parent;

    @FXML
    private ComboBox<ParentWish> wish;

    @FXML
    private ComboBox<ServerId> server;

    @FXML
    private Node serverRow;

    /** Where a task is to run. The other choices depend on it. */
    record Place(ServerId server, String folder) {}

    /** {@code exists} checks whether a server has a directory, as far as that can be seen from here. */
    LaunchForm(LaunchMemory memory, BiFunction<ServerId, String, CompletionStage<Boolean>> exists) {
        this.memory = memory;
        this.exists = exists;
        this.prompt = new PromptField(memory);
        root = Fxml.load("launch-form", this);
    }

    @FXML
    void initialize() {
        promptPlace.getChildren().add(prompt.root());
        worker = new AgentFields(agent, model, workerNote, ChoiceText::serversModel);
        family = new ParentFields(parent, wish);
        folder = new DirectoryField(directory, directoryNote, path -> exists.apply(server.getValue(), path));
        ChoiceText.speak(server, ServerId::shortName);
        server.setOnAction(e -> serverChanged());
        directory.focusedProperty().addListener((source, was, focused) -> placeChanged());
    }

    Parent root() {
        return root;
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    /** What the fields lack for a launch. */
    Missing missing() {
        if (prompt.text().isEmpty()) {
            return Missing.PROMPT;
        }
        return folder.missingProperty().get() ? Missing.FOLDER : Missing.NOTHING;
    }

    /** Registers a listener for whatever may change {@link #missing}. */
    void onEdit(Runnable edited) {
        prompt.area().textProperty().addListener((source, was, typed) -> edited.run());
        folder.missingProperty().addListener((source, was, now) -> edited.run());
        place.addListener((source, was, now) -> edited.run());
    }

    /** Registers a listener for the moment before the parents are shown. */
    void onParents(Runnable showing) {
        parent.setOnShowing(e -> showing.run());
    }

    void focus() {
        prompt.area().requestFocus();
        prompt.area().end();
    }

    /** Moves the focus to the field that is to be filled in. */
    void focus(Missing missing) {
        switch (missing) {
            case SERVER, CHOSEN_SERVER -> server.requestFocus();
            case FOLDER -> directory.requestFocus();
            case PROMPT, NOTHING -> focus();
        }
    }

    /** Fills in the initial place and the draft that was not launched last time. */
    void begin(List<ServerId> servers, ServerId first, String where) {
        Draft draft = memory.draft();
        description.setText(draft.description());
        prompt.area().setText(draft.prompt());
        server.setValue(first);
        offerServers(servers);
        serverChanged();
        folder.offer(where);
        placeChanged();
    }

    /** Offers the servers that are watched now. The chosen one stays, so that nothing else changes with it. */
    void offerServers(List<ServerId> servers) {
        ServerId chosen = server.getValue();
        List<ServerId> all = servers.contains(chosen)
                ? servers
                : Stream.concat(Stream.of(chosen), servers.stream()).toList();
        if (!all.equals(server.getItems())) {
            server.getItems().setAll(all);
            server.setValue(chosen);
        }
        serverRow.setVisible(all.size() > 1);
        serverRow.setManaged(all.size() > 1);
    }

    /** Chooses a parent, with its server and directory. */
    void under(AgentTask task, Collection<AgentTask> tasks) {
        server.setValue(task.key().server());
        directory.setText(new FolderName(task.session().directory()).shown());
        placeChanged();
        offerParents(tasks, Optional.of(task));
    }

    Optional<AgentTask> parent() {
        return Optional.ofNullable(parent.getValue()).flatMap(Function.identity());
    }

    /** Offers the tasks of the chosen server as parents: a parent is notified on its own server. */
    void offerParents(Collection<AgentTask> tasks, Optional<AgentTask> chosen) {
        ServerId here = server.getValue();
        List<AgentTask> near = tasks.stream()
                .filter(task -> task.key().server().equals(here) && !task.deleted())
                .toList();
        family.offer(near, chosen.filter(task -> task.key().server().equals(here)));
    }

    void offer(LaunchChoices choices) {
        worker.offer(choices);
        if (folder.isBlank()) {
            folder.offerOwn(choices.directory());
            placeChanged();
        }
    }

    /** The server has not said what it offers. */
    void notOffered() {
        worker.failed();
    }

    Draft draft() {
        return new Draft(description.getText(), prompt.area().getText());
    }

    LaunchRequest request() {
        placeChanged();
        Place where = place.get();
        return new LaunchRequest(
                where.server(), name(), prompt.text(), worker.chosen(), where.folder(), family.chosen());
    }

    /** The name of the task: the description, otherwise the first line of the prompt. */
    private String name() {
        String typed = description.getText().strip();
        return typed.isEmpty() ? prompt.text().lines().findFirst().orElse("") : typed;
    }

    private void serverChanged() {
        Choice last = memory.last(server.getValue());
        worker.want(last.agent(), last.model());
        folder.offer(last.directory());
        folder.check();
        placeChanged();
    }

    @FXML
    void placeChanged() {
        place.set(new Place(server.getValue(), folder.path()));
    }

    @FXML
    void browse() {
        folder.browse();
        placeChanged();
    }
}
