package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import taskglass.task.ModelRef;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchChoices.Model;

/** Reads agents, models and defaults in the format of the V1 API. */
public final class ChoicesWire {
    private ChoicesWire() {}

    public static LaunchChoices choices(JsonNode agents, JsonNode providers, JsonNode config, JsonNode path) {
        List<Agent> visible = new ArrayList<>();
        for (JsonNode agent : agents) {
            if (!agent.path("hidden").asBoolean()) {
                visible.add(new Agent(
                        agent.path("name").asText(), agent.path("mode").asText("all")));
            }
        }
        List<Model> models = new ArrayList<>();
        for (JsonNode provider : providers.path("providers")) {
            provider.path("models").forEach(model -> models.add(model(provider, model)));
        }
        return new LaunchChoices(
                visible, models, defaultModel(config), path.path("directory").asText());
    }

    /**
     * Reads the V2 lists. V2 puts each list under {@code data}, next to the location that it applies to, and gives no
     * provider names there.
     */
    public static LaunchChoices choicesV2(JsonNode agents, JsonNode models) {
        List<Agent> visible = new ArrayList<>();
        for (JsonNode agent : agents.path("data")) {
            if (!agent.path("hidden").asBoolean()) {
                visible.add(
                        new Agent(agent.path("id").asText(), agent.path("mode").asText("all")));
            }
        }
        List<Model> all = new ArrayList<>();
        for (JsonNode model : models.path("data")) {
            String provider = model.path("providerID").asText();
            String id = model.path("id").asText();
            all.add(new Model(
                    new ModelRef(provider, id), provider, model.path("name").asText(id)));
        }
        return new LaunchChoices(
                visible, all, Optional.empty(), agents.at("/location/directory").asText());
    }

    private static Model model(JsonNode provider, JsonNode model) {
        ModelRef ref =
                new ModelRef(provider.path("id").asText(), model.path("id").asText());
        return new Model(
                ref,
                provider.path("name").asText(ref.provider()),
                model.path("name").asText(ref.id()));
    }

    /** The format is {@code provider/model}. The model's own id may contain slashes. */
    private static Optional<ModelRef> defaultModel(JsonNode config) {
        String name = config.path("model").asText();
        int slash = name.indexOf('/');
        return slash > 0
                ? Optional.of(new ModelRef(name.substring(0, slash), name.substring(slash + 1)))
                : Optional.empty();
    }
}
