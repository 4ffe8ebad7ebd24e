package taskglass.ui.launch;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import taskglass.task.ModelRef;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The texts of launch choices. */
final class ChoiceText {
    private ChoiceText() {}

    static String agent(Agent agent) {
        return switch (agent.mode()) {
            case "" -> VisibleText.name(agent.name()); // the server has not said yet what it is
            case "primary", "subagent", "all" -> Texts.of("launch.agent." + agent.mode(), agent.name());
            default -> Texts.of("launch.agent.other", agent.name(), agent.mode());
        };
    }

    /** The text for the server's default model. */
    static String serversModel(Optional<LaunchChoices> choices) {
        return choices.flatMap(LaunchChoices::defaultModel)
                .map(ModelRef::toString)
                .map(name -> Texts.of("launch.model.default.named", name))
                .orElseGet(() -> Texts.of("launch.model.default"));
    }

    static String parent(Optional<AgentTask> parent) {
        return parent.map(TaskNames::of).orElseGet(() -> Texts.of("launch.parent.none"));
    }

    static String wish(ParentWish wish) {
        return Texts.of("launch.wish." + wish);
    }

    /** Makes a box show its values with these texts. A picked value is never parsed back from its text. */
    static <T> void speak(ComboBox<T> box, Function<T, String> words) {
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                return box.getValue();
            }
        });
    }
}
