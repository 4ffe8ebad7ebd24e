package taskglass.opencode.v2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import taskglass.opencode.http.Http;
import taskglass.opencode.wire.AttentionWire;
import taskglass.opencode.wire.FormConditions;
import taskglass.opencode.wire.FormOptions;
import taskglass.opencode.wire.SessionWire;

/**
 * Converts permission requests, questions and forms of the V2 API to the V1 form. The format is the same in events and
 * in lists.
 */
public final class V2Requests {
    /** The labels for yes and no, which a form does not provide. */
    private static final String DONE = "Done";

    private static final String EXTERNAL = "external";
    private static final String URL = "url";

    /**
     * The session of requests that belong to no session, such as those of an MCP server. It is then put before the
     * form's id.
     */
    private static final String NOBODY = "global";

    public static final String GLOBAL = NOBODY + "/";

    private V2Requests() {}

    /** Whether an MCP server asks, on behalf of any session in that directory. */
    public static boolean isNobodys(JsonNode form) {
        return V2Data.session(form).equals(NOBODY);
    }

    /** Returns such a form as a form of that session. */
    public static JsonNode of(JsonNode form, String session) {
        return form.<ObjectNode>deepCopy()
                .put("sessionID", session)
                .put("id", GLOBAL + form.path("id").asText());
    }

    /** A permission has different field names, a form becomes questions, and a question is the same as in V1. */
    public static JsonNode asV1(JsonNode request) {
        if (request.has("action")) {
            return permission(request);
        }
        return request.has("fields") || request.has(URL) ? form(request) : request;
    }

    static ObjectNode permission(JsonNode request) {
        ObjectNode converted = Http.JSON
                .createObjectNode()
                .put("id", request.path("id").asText())
                .put("sessionID", request.path("sessionID").asText())
                .put("permission", request.path("action").asText());
        converted.set("patterns", list(request.path("resources")));
        converted.set("always", list(request.path("save")));
        converted.set("metadata", request.path("metadata"));
        SessionWire.text(request.path("message")).ifPresent(reason -> converted.put(AttentionWire.REASON, reason));
        return converted.put(AttentionWire.STORED, true);
    }

    /** Turns each field of a form into a question: one option, several options, or free text. */
    public static ObjectNode form(JsonNode form) {
        JsonNode inner = form.path("form").isObject() ? form.path("form") : form;
        ObjectNode converted = Http.JSON
                .createObjectNode()
                .put("id", inner.path("id").asText())
                .put("sessionID", V2Data.session(form));
        ArrayNode questions = converted.putArray("questions");
        JsonNode fields = fields(inner);
        for (JsonNode field : fields) {
            questions.add(question(field, inner.path("title").asText()));
        }
        FormConditions.into(questions, fields);
        return converted;
    }

    /** In July a form that sends a person to an address has that and no fields. */
    private static JsonNode fields(JsonNode form) {
        return form.has(URL)
                ? Http.JSON.createArrayNode().add(form.<ObjectNode>deepCopy().put("type", EXTERNAL))
                : form.path("fields");
    }

    private static ObjectNode question(JsonNode field, String title) {
        ObjectNode question = Http.JSON
                .createObjectNode()
                .put("header", SessionWire.text(field.path("title")).orElse(title))
                .put("question", text(field))
                .put("multiple", field.path("type").asText().equals("multiselect"))
                .put("custom", field.path("custom").asBoolean(!field.has("options")));
        ArrayNode options = question.putArray("options");
        if (field.path("type").asText().equals("boolean")) {
            question.put("custom", false);
            List.of(FormOptions.YES, FormOptions.NO)
                    .forEach(value -> options.addObject().put("label", value));
        }
        if (isExternal(field)) {
            question.put("custom", false);
            options.addObject().put("label", DONE);
        }
        for (JsonNode option : field.path("options")) {
            options.addObject()
                    .put("label", FormOptions.label(option))
                    .put("description", option.path("description").asText());
        }
        return question;
    }

    /** Whether the field is a task to do at an address, and not an answer itself. */
    private static boolean isExternal(JsonNode field) {
        return field.path("type").asText().equals(EXTERNAL);
    }

    private static String text(JsonNode field) {
        String description = SessionWire.text(field.path("description"))
                .or(() -> SessionWire.text(field.path("title")))
                .orElseGet(() -> field.path("key").asText());
        return isExternal(field) ? description + "\n" + field.path(URL).asText() : description;
    }

    /**
     * Returns the user's choices by the keys of the fields that are asked for, with the values that belong to the labels.
     */
    public static ObjectNode answer(JsonNode fields, List<List<String>> labels) {
        ObjectNode answer = Http.JSON.createObjectNode();
        int at = 0;
        for (JsonNode field : fields) {
            List<String> chosen = at < labels.size() ? labels.get(at) : List.of();
            at++;
            Optional.of(field)
                    .filter(one -> FormConditions.hold(one, answer))
                    .flatMap(one -> answered(one, chosen))
                    .ifPresent(value -> answer.set(field.path("key").asText(), value));
        }
        return answer;
    }

    private static Optional<JsonNode> answered(JsonNode field, List<String> chosen) {
        String first = chosen.isEmpty() ? "" : chosen.getFirst();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field.path("type").asText()) {
            case "multiselect" -> {
                ArrayNode values = Http.JSON.createArrayNode();
                chosen.forEach(label -> values.add(FormOptions.value(field, label)));
                yield Optional.of(values);
            }
            case EXTERNAL -> Optional.empty();
            case "boolean" ->
                first.isEmpty() ? Optional.empty() : Optional.of(nodes.booleanNode(first.equals(FormOptions.YES)));
            case "number", "integer" -> number(first);
            default ->
                first.isEmpty() ? Optional.empty() : Optional.of(nodes.textNode(FormOptions.value(field, first)));
        };
    }

    private static Optional<JsonNode> number(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(DecimalNode.valueOf(new BigDecimal(text.strip())));
        } catch (NumberFormatException noNumber) {
            return Optional.of(JsonNodeFactory.instance.textNode(text));
        }
    }

    static ObjectNode replied(JsonNode data) {
        return Http.JSON
                .createObjectNode()
                .put("sessionID", data.path("sessionID").asText())
                .put(
                        "requestID",
                        SessionWire.text(data.path("requestID"))
                                .or(() -> SessionWire.text(data.path("formID")))
                                .orElseGet(() -> data.path("id").asText()));
    }

    private static JsonNode list(JsonNode node) {
        return node.isArray() ? node : Http.JSON.createArrayNode();
    }
}
