package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What an {@link OpenCode2} has in a directory: agents and models, of which the first list of each is empty since they
 * are still being loaded, and the permissions that a person has stored. Safe from any thread.
 */
public final class OpenCode2Location {
    /** A provider's key, which comes with each model. */
    public static final String KEY = "sk-of-the-provider";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> loaded = ConcurrentHashMap.newKeySet();
    private final List<ObjectNode> saved = new CopyOnWriteArrayList<>();

    ArrayNode agents(String query) {
        ArrayNode agents = JSON.createArrayNode();
        if (!loaded.add("agent " + query)) {
            agents.addObject().put("id", "build").put("name", "Build").put("mode", "primary");
        }
        return agents;
    }

    ArrayNode models(String query) {
        ArrayNode models = JSON.createArrayNode();
        if (!loaded.add("model " + query)) {
            ObjectNode model = OpenCode2Data.model().put("name", "Scripted");
            model.putObject("settings").put("apiKey", KEY);
            models.add(model);
        }
        return models;
    }

    /** A person has allowed that for good. */
    public String save(String action, String resource) {
        String id = "psv_" + saved.size();
        ObjectNode rule = JSON.createObjectNode().put("id", id).put("projectID", "project");
        saved.add(rule.put("action", action).put("resource", resource));
        return id;
    }

    ArrayNode saved() {
        return JSON.valueToTree(saved);
    }

    void revoke(String id) {
        saved.removeIf(rule -> rule.path("id").asText().equals(id));
    }
}
