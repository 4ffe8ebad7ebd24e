package taskglass.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import taskglass.task.Assignment;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchChoices.Model;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The fields for agent and model, with the choices that the server offers. */
final class AgentFields {
    private final ComboBox<Agent> agent;
    private final ComboBox<Optional<Model>> model;
    private final Label note;
    private String agentWanted = "";
    private String modelWanted = "";
    private Optional<LaunchChoices> choices = Optional.empty();

    /** @param otherwise the text for no particular model */
    AgentFields(
            ComboBox<Agent> agent,
            ComboBox<Optional<Model>> model,
            Label note,
            Function<Optional<LaunchChoices>, String> otherwise) {
        this.agent = agent;
        this.model = model;
        this.note = note;
        ChoiceText.speak(agent, ChoiceText::agent);
        ChoiceText.speak(
                model,
                chosen -> chosen.map(m -> VisibleText.name(m.ref().toString()))
                        .orElseGet(() -> otherwise.apply(choices)));
        // What the user picks is wanted from then on.
        agent.setOnAction(e -> showMissing(List.of()));
        model.setOnAction(e -> showMissing(List.of()));
        showMissing(List.of());
    }

    /** Selects these by name as soon as the server offers them; "" stands for none in particular. */
    void want(String agentName, String modelName) {
        agentWanted = agentName;
        modelWanted = modelName;
        agent.setValue(null);
        model.setValue(null);
        choices.ifPresent(this::offer);
    }

    /** Shows the server's choices. The previous choice stays if it is still available. */
    void offer(LaunchChoices now) {
        String agentName =
                Optional.ofNullable(agent.getValue()).map(Agent::name).orElse(agentWanted);
        String modelName =
                chosenModel().map(m -> m.ref().toString()).orElse(model.getValue() == null ? modelWanted : "");
        choices = Optional.of(now);
        Optional<Agent> agentThere =
                now.agents().stream().filter(a -> a.name().equals(agentName)).findFirst();
        Optional<Model> modelThere = now.models().stream()
                .filter(m -> m.ref().toString().equals(modelName))
                .findFirst();
        agent.getItems().setAll(now.agents());
        agentThere.or(() -> now.agents().stream().findFirst()).ifPresent(agent::setValue);
        model.getItems().setAll(List.of(Optional.empty()));
        now.models().forEach(offered -> model.getItems().add(Optional.of(offered)));
        model.setValue(modelThere);
        showMissing(Stream.of(agentThere.isPresent() ? "" : agentName, modelThere.isPresent() ? "" : modelName)
                .filter(name -> !name.isEmpty())
                .toList());
    }

    Assignment chosen() {
        return new Assignment(
                Optional.ofNullable(agent.getValue()).map(Agent::name),
                chosenModel().map(Model::ref));
    }

    private Optional<Model> chosenModel() {
        return Optional.ofNullable(model.getValue()).flatMap(Function.identity());
    }

    /** Says which wanted choices are not available here. */
    private void showMissing(List<String> missing) {
        note.setText(missing.isEmpty() ? "" : Texts.of("launch.choice.gone", String.join(", ", missing)));
        note.setVisible(!missing.isEmpty());
        note.setManaged(!missing.isEmpty());
    }
}
