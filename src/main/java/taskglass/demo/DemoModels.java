package taskglass.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The agents and models of the demo, with the models' prices. */
final class DemoModels {
    /** The OpenCode version whose protocol the demo uses. */
    static final String VERSION = "1.18.33";

    /** A model. Prices are in dollars per million tokens, as on model pages. */
    record Model(String provider, String providerName, String id, String name, double input, double output) {}

    private record Agent(String name, String mode) {}

    private static final List<Agent> AGENTS = List.of(
            new Agent("build", "primary"),
            new Agent("plan", "primary"),
            new Agent("review", "all"),
            new Agent("general", "subagent"),
            new Agent("explore", "subagent"));

    private static final List<Model> MODELS = List.of(
            new Model("anthropic", "Anthropic", "claude-sonnet-4-5", "Claude Sonnet 4.5", 3, 15),
            new Model("anthropic", "Anthropic", "claude-haiku-4-5", "Claude Haiku 4.5", 1, 5),
            new Model("openai", "OpenAI", "gpt-5-codex", "GPT-5 Codex", 1.25, 10));

    private DemoModels() {}

    static Model model(String id) {
        return MODELS.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElse(MODELS.getFirst());
    }

    static ArrayNode agents() {
        ArrayNode agents = JsonNodeFactory.instance.arrayNode();
        AGENTS.forEach(agent -> agents.addObject().put("name", agent.name()).put("mode", agent.mode()));
        return agents;
    }

    static ObjectNode providers() {
        ObjectNode providers = JsonNodeFactory.instance.objectNode();
        ArrayNode list = providers.putArray("providers");
        for (String id : MODELS.stream().map(Model::provider).distinct().toList()) {
            ObjectNode provider = list.addObject().put("id", id);
            ObjectNode models = provider.putObject("models");
            MODELS.stream().filter(model -> model.provider().equals(id)).forEach(model -> {
                provider.put("name", model.providerName());
                models.putObject(model.id()).put("id", model.id()).put("name", model.name());
            });
        }
        return providers;
    }

    static ObjectNode config() {
        Model usual = MODELS.getFirst();
        return JsonNodeFactory.instance.objectNode().put("model", usual.provider() + "/" + usual.id());
    }
}
