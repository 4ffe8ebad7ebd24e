package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** How an {@link OpenCode2} makes a session, and tells of it. */
final class OpenCode2Sessions {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a client may say of a session when it creates one. */
    private static final List<String> GIVEN = List.of("parentID", "title", "agent", "model", "metadata");

    private OpenCode2Sessions() {}

    static OpenCode2Session create(String id, JsonNode wanted, OpenCode2Events events) {
        String directory = wanted.at("/location/directory").asText(OpenCode2Location.DEFAULT);
        ObjectNode info = JSON.createObjectNode().put("id", id).put("projectID", OpenCode2Reply.project(directory));
        copy(wanted, info);
        info.put("cost", 0).set("tokens", OpenCode2Data.tokens(0, 0));
        long now = events.tick();
        info.putObject("time").put("created", now).put("updated", now);
        info.putObject("location").put("directory", directory);
        OpenCode2Session session = new OpenCode2Session(id, info);
        ObjectNode data = OpenCode2Data.of(id).put("projectID", OpenCode2Reply.project(directory));
        data.putObject("location").put("directory", directory);
        data.put("subpath", "").put("slug", "nimble-wolf");
        copy(wanted, data);
        events.tell(session, "session.created", data.put("version", OpenCode2.VERSION));
        return session;
    }

    private static void copy(JsonNode wanted, ObjectNode to) {
        GIVEN.stream().filter(wanted::has).forEach(key -> to.set(key, wanted.get(key)));
    }
}
