package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What an {@link OpenCode2} answers, in the forms of its API. */
record OpenCode2Reply(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More may not be asked for. */
    private static final int MOST = 200;

    static OpenCode2Reply of(JsonNode data) {
        ObjectNode body = JSON.createObjectNode();
        body.set("data", data);
        return new OpenCode2Reply(200, body);
    }

    /** For a directory, which stands beside the data. */
    static OpenCode2Reply at(String directory, JsonNode data) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode location = body.putObject("location").put("directory", directory);
        location.putObject("project").put("id", project(directory)).put("directory", directory);
        body.set("data", data);
        return new OpenCode2Reply(200, body);
    }

    /** The id of a directory's project. */
    static String project(String directory) {
        return "prj_" + Integer.toHexString(directory.hashCode());
    }

    static OpenCode2Reply done() {
        return new OpenCode2Reply(204, JSON.missingNode());
    }

    /** As for any path that it does not know. */
    static OpenCode2Reply unknown() {
        return new OpenCode2Reply(404, JSON.missingNode());
    }

    static OpenCode2Reply refused(int status, String tag, String message) {
        return new OpenCode2Reply(
                status, JSON.createObjectNode().put("_tag", tag).put("message", message));
    }

    static OpenCode2Reply missing(String key) {
        return invalid("Payload", "Missing key\n  at [\"" + key + "\"]");
    }

    private static OpenCode2Reply invalid(String kind, String message) {
        OpenCode2Reply reply = refused(400, "InvalidRequestError", message);
        ((ObjectNode) reply.body()).put("kind", kind);
        return reply;
    }

    static OpenCode2Reply noPlace(String directory) {
        OpenCode2Reply reply = refused(404, "LocationNotFoundError", "Location not found: " + directory);
        ((ObjectNode) reply.body()).putObject("location").put("directory", directory);
        return reply;
    }

    /** A page of what was asked for; a cursor comes with the last one, too, and none with an empty one. */
    static OpenCode2Reply page(List<ObjectNode> all, Map<String, String> query, int standard) {
        int limit = Integer.parseInt(query.getOrDefault("limit", String.valueOf(standard)));
        if (limit > MOST) {
            return invalid("Query", "Expected a value less than or equal to " + MOST + "\n  at [\"limit\"]");
        }
        String cursor = decoded(query.getOrDefault("cursor", ""));
        if (!cursor.matches("\\d{0,9}")) {
            return refused(400, "InvalidCursorError", "Invalid cursor");
        }
        int from = Math.min(all.size(), cursor.isEmpty() ? 0 : Integer.parseInt(cursor));
        int to = Math.min(all.size(), from + limit);
        OpenCode2Reply page = of(JSON.valueToTree(all.subList(from, to)));
        ObjectNode cursors = ((ObjectNode) page.body()).putObject("cursor");
        if (to > from) {
            cursors.put("previous", encoded(String.valueOf(Math.max(0, from - limit))))
                    .put("next", encoded(String.valueOf(to)));
        }
        return page;
    }

    private static String encoded(String cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "broken";
        }
    }
}
