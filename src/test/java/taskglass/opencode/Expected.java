package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import taskglass.opencode.http.Http;
import taskglass.task.TaskStatus;

/** What is true at the end of a story that a V2 server was recorded with. */
record Expected(String set, String scenario, JsonNode json) {
    private static final JsonNode ALL = read();

    /** Each story in each set that has it. */
    static List<Expected> all() {
        return ALL.path("scenarios").properties().stream()
                .flatMap(entry -> entry.getValue()
                        .path("sets")
                        .valueStream()
                        .map(set -> new Expected(set.asText(), entry.getKey(), entry.getValue())))
                .toList();
    }

    static Expected of(String set, String scenario) {
        return new Expected(set, scenario, ALL.path("scenarios").path(scenario));
    }

    private static JsonNode read() {
        try (InputStream in = Expected.class.getResourceAsStream("/opencode/expected-v2.json")) {
            return Http.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String recording() {
        return set + "/" + scenario;
    }

    /** Whether anything ran in the recorded session, and was left there. */
    boolean ran() {
        return json.path("status").isTextual();
    }

    TaskStatus status() {
        return status(json.path("status"));
    }

    /** What the server's lists alone can tell, where they cannot tell all. */
    Set<TaskStatus> byListing() {
        Set<TaskStatus> statuses = new TreeSet<>();
        json.path("byListing").forEach(status -> statuses.add(status(status)));
        return statuses.isEmpty() ? Set.of(status()) : statuses;
    }

    int toolCalls() {
        return json.path("toolCalls").asInt();
    }

    List<JsonNode> children() {
        return json.path("children").valueStream().toList();
    }

    Stream<JsonNode> attention() {
        return json.path("attention").valueStream();
    }

    static TaskStatus status(JsonNode name) {
        return TaskStatus.valueOf(name.asText().toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return recording();
    }
}
