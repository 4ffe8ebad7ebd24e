package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an {@link OpenCode2} answers, in the forms of its API. */
record OpenCode2Reply(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static OpenCode2Reply of(JsonNode data) {
        ObjectNode body = JSON.createObjectNode();
        body.set("data", data);
        return new OpenCode2Reply(200, body);
    }

    static OpenCode2Reply invalid(String message) {
        ObjectNode body = JSON.createObjectNode().put("_tag", "InvalidRequestError");
        return new OpenCode2Reply(400, body.put("message", message).put("kind", "Payload"));
    }

    static OpenCode2Reply done() {
        return new OpenCode2Reply(204, JSON.missingNode());
    }

    /** A page of at most so many; a cursor comes with the last one, too. */
    static OpenCode2Reply page(List<ObjectNode> all, String query, int most) {
        int limit = Math.min(most, number(query, "limit", most));
        int from = number(query, "cursor", 0);
        int to = Math.min(all.size(), from + limit);
        OpenCode2Reply page = of(JSON.valueToTree(all.subList(Math.min(from, to), to)));
        ((ObjectNode) page.body()).putObject("cursor").put("next", String.valueOf(to));
        return page;
    }

    static int number(String query, String name, int otherwise) {
        Matcher found = Pattern.compile(name + "=(\\d{1,9})").matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
    }
}
