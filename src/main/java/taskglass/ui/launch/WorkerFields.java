package taskglass.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import taskglass.task.Assignment;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchChoices.Agent;
import taskglass.task.LaunchChoices.Model;

/** The fields about who does the work: the agent and the model, as the server offers them. */
final class WorkerFields {
    private final ComboBox<Agent> agent;
    private final ComboBox<Optional<Model>> model;
    private Optional<LaunchChoices> choices = Optional.empty();

    WorkerFields(ComboBox<Agent> agent, ComboBox<Optional<Model>> model) {
        this.agent = agent;
        this.model = model;
        ChoiceWords.speak(agent, ChoiceWords::agent);
        ChoiceWords.speak(model, chosen -> ChoiceWords.model(chosen, choices));
    }

    /** Takes in what the server offers; what was chosen before stays where it still can be had. */
    void offer(LaunchChoices now) {
        Optional<Agent> agentBefore = Optional.ofNullable(agent.getValue()).filter(now.agents()::contains);
        Optional<Model> modelBefore = chosenModel().filter(now.models()::contains);
        choices = Optional.of(now);
        agent.getItems().setAll(now.agents());
        agentBefore.or(() -> now.agents().stream().findFirst()).ifPresent(agent::setValue);
        model.getItems().setAll(List.of(Optional.empty()));
        now.models().forEach(offered -> model.getItems().add(Optional.of(offered)));
        model.setValue(modelBefore);
    }

    Assignment chosen() {
        return new Assignment(
                Optional.ofNullable(agent.getValue()).map(Agent::name),
                chosenModel().map(Model::ref));
    }

    private Optional<Model> chosenModel() {
        return Optional.ofNullable(model.getValue()).flatMap(Function.identity());
    }
}
