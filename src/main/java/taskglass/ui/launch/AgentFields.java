package taskglass.ui.launch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchChoices.Model;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The fields for agent and model. They show the last choice at once, and what the server offers when it is known. */
final class AgentFields {
    private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");

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
        wait("launch.asking");
    }

    /**
     * Shows these by name until the server's choices are known, and selects them if they are among those; "" stands for
     * none in particular.
     */
    void want(String agentName, String modelName) {
        agentWanted = agentName;
        modelWanted = modelName;
        choices = Optional.empty();
        agent.getItems().clear();
        model.getItems().clear();
        agent.setValue(agentName.isEmpty() ? null : new Agent(agentName, ""));
        model.setValue(ModelRef.parse(modelName)
                .map(ref -> new Model(ref, "", ""))
                .map(Optional::of)
                .orElse(null));
        showMissing(List.of());
        wait("launch.asking");
    }

    /** Says that the choices could not be loaded. A choice that is shown stays. */
    void failed() {
        if (choices.isEmpty()) {
            wait("launch.not.loaded");
        }
    }

    /** Shows this where nothing is chosen, grey, while the choices are not known. */
    private void wait(String text) {
        for (ComboBox<?> box : List.of(agent, model)) {
            box.setPromptText(Texts.of(text));
            box.setPlaceholder(new Label(Texts.of(text)));
            box.pseudoClassStateChanged(LOADING, true);
        }
    }

    /** Shows the server's choices. The previous choice stays if it is still available. */
    void offer(LaunchChoices now) {
        String agentName =
                Optional.ofNullable(agent.getValue()).map(Agent::name).orElse(agentWanted);
        String modelName =
                chosenModel().map(m -> m.ref().toString()).orElse(model.getValue() == null ? modelWanted : "");
        choices = Optional.of(now);
        agent.pseudoClassStateChanged(LOADING, false);
        model.pseudoClassStateChanged(LOADING, false);
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
                .map(VisibleText::name)
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
