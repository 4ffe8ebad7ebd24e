package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The directories of an {@link OpenCode2}: which are missing, which it was made to load and how far it is with that, and
 * the permissions that a person has stored for their projects. Safe from any thread.
 */
public final class OpenCode2Location {
    /** A provider's key, which comes with each model. */
    public static final String KEY = "sk-scripted-key-of-the-provider";

    static final String DEFAULT = "/home/dev/project";

    private final Map<String, String> joined = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<ObjectNode> saved = new CopyOnWriteArrayList<>();
    private volatile int emptyFirst = 1;
    private int rules;

    /** This directory does not exist. */
    public void remove(String directory) {
        missing.add(directory);
    }

    boolean isMissing(String directory) {
        return missing.contains(directory);
    }

    void load(String directory) {
        loaded.add(directory);
    }

    /** All that any request named, which starts the project that is there. */
    public Set<String> loaded() {
        return new HashSet<>(loaded);
    }

    /** So many first answers about the agents, and about the models, of a directory are empty; one if nothing is said. */
    public void emptyFirst(int answers) {
        emptyFirst = answers;
    }

    boolean isLoading(String list, String directory) {
        return asked.merge(list + " " + directory, 1, Integer::sum) <= emptyFirst;
    }

    /** A person has allowed that for good, for all sessions of the project. */
    public String save(String action, String resource) {
        return save(DEFAULT, action, resource);
    }

    /** The same for the project of another directory. */
    public synchronized String save(String directory, String action, String resource) {
        rules++;
        ObjectNode rule = JSON.createObjectNode()
                .put("id", "psv_" + rules)
                .put("projectID", OpenCode2Reply.project(directory))
                .put("action", action)
                .put("resource", resource);
        long now = System.currentTimeMillis();
        rule.putObject("time").put("created", now).put("updated", now);
        saved.add(rule);
        return rule.path("id").asText();
    }

    /** Makes a directory part of the project of another one, as a worktree of a repository is. */
    public void join(String directory, String other) {
        joined.put(directory, other);
    }

    List<ObjectNode> saved(String directory) {
        String project = OpenCode2Reply.project(joined.getOrDefault(directory, directory));
        return saved.stream()
                .filter(rule -> rule.path("projectID").asText().equals(project))
                .toList();
    }

    /** Another client revokes it. */
    public void take(String id) {
        revoke(id);
    }

    /** Whether there was such a one. */
    boolean revoke(String id) {
        return saved.removeIf(one -> one.path("id").asText().equals(id));
    }
}
