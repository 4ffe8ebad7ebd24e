package taskglass.ui.launch;

import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import taskglass.task.AgentTask;
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchChoices.Agent;
import taskglass.task.LaunchChoices.Model;
import taskglass.task.ModelRef;
import taskglass.ui.words.Words;

/** How the choices of a launch read. */
final class ChoiceWords {
    private ChoiceWords() {}

    static String agent(Agent agent) {
        return agent.name() + " · " + agent.mode();
    }

    /** A model, or the server's own choice where none is named. */
    static String model(Optional<Model> model, Optional<LaunchChoices> choices) {
        return model.map(m -> m.ref().toString())
                .orElseGet(() -> choices.flatMap(LaunchChoices::defaultModel)
                        .map(ModelRef::toString)
                        .map(name -> Words.of("launch.model.default.named", name))
                        .orElseGet(() -> Words.of("launch.model.default")));
    }

    static String parent(Optional<AgentTask> parent) {
        return parent.map(AgentTask::name).orElseGet(() -> Words.of("launch.parent.none"));
    }

    static String wish(ParentWish wish) {
        return Words.of("launch.wish." + wish);
    }

    /** Lets a box show its values in those words; what is picked in a list is never read back from words. */
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
