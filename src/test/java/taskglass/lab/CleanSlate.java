package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Takes away what a test has left on the shared servers: every engine that watches one later would read all of it, and
 * the suite would grow with the square of its tests. What still works is stopped first, and goes after the next test.
 */
final class CleanSlate implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        SharedOpenCode.running().forEach(CleanSlate::tidy);
    }

    private static void tidy(RealOpenCode server) {
        try {
            Map<String, List<JsonNode>> places = new LinkedHashMap<>();
            server.get("/experimental/session?limit=1000")
                    .forEach(session -> places.computeIfAbsent(
                                    session.path("directory").asText(), directory -> new ArrayList<>())
                            .add(session));
            places.forEach((directory, sessions) -> tidy(server, directory, sessions));
        } catch (AssertionError | UncheckedIOException notNow) {
            // It is on its way up or down, or a session went by itself: what is left costs time and no more.
        }
    }

    private static void tidy(RealOpenCode server, String directory, List<JsonNode> sessions) {
        String in = "?directory=" + RealOpenCode.encoded(Path.of(directory));
        JsonNode busy = server.get("/session/status" + in);
        busy.fieldNames()
                .forEachRemaining(
                        id -> server.post("/session/" + id + "/abort" + in, JsonNodeFactory.instance.objectNode()));
        if (busy.isEmpty()) {
            sessions.stream()
                    .filter(session -> !session.has("parentID"))
                    .forEach(root -> server.delete("/session/" + root.path("id").asText() + in));
        }
    }
}
