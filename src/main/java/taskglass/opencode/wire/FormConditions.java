package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import taskglass.opencode.http.Http;
import taskglass.task.request.RequestContent.Condition;

/**
 * The conditions under which a form asks for a field. 2.0.26 has a list that must hold completely, July a single one. A
 * field that is not asked for must not be answered.
 */
public final class FormConditions {
    private static final String WHEN = "when";
    private static final String QUESTION = "question";
    private static final String CHOSEN = "chosen";
    private static final String ANSWER = "answer";

    private FormConditions() {}

    /** Adds each field's conditions to its question, with the answers that the user would choose. */
    public static void into(JsonNode questions, JsonNode fields) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < fields.size(); place++) {
            ArrayNode conditions = Http.JSON.createArrayNode();
            for (JsonNode when : of(fields.path(place))) {
                Integer earlier = places.get(when.path("key").asText());
                conditions
                        .addObject()
                        .put(QUESTION, earlier == null ? place : earlier)
                        .put(CHOSEN, !when.path("op").asText().equals("neq"))
                        .put(
                                ANSWER,
                                earlier == null ? "" : FormOptions.label(fields.path(earlier), when.path("value")));
            }
            if (!conditions.isEmpty()) {
                ((ObjectNode) questions.path(place)).set(WHEN, conditions);
            }
            places.put(fields.path(place).path("key").asText(), place);
        }
    }

    public static List<Condition> read(JsonNode question) {
        return question.path(WHEN)
                .valueStream()
                .map(when -> new Condition(
                        when.path(QUESTION).asInt(),
                        when.path(CHOSEN).asBoolean(),
                        when.path(ANSWER).asText()))
                .toList();
    }

    /** Whether a field is asked for, given the values of the fields before it. */
    public static boolean hold(JsonNode field, JsonNode answer) {
        for (JsonNode when : of(field)) {
            JsonNode given = answer.path(when.path("key").asText());
            boolean wanted = !when.path("op").asText().equals("neq");
            if (given.isMissingNode() || isAmong(when.path("value"), given) != wanted) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(JsonNode value, JsonNode given) {
        return given.isArray() ? given.valueStream().anyMatch(one -> same(one, value)) : same(given, value);
    }

    private static boolean same(JsonNode one, JsonNode other) {
        boolean numbers = one.isNumber() && other.isNumber();
        return numbers ? one.decimalValue().compareTo(other.decimalValue()) == 0 : one.equals(other);
    }

    private static JsonNode of(JsonNode field) {
        JsonNode when = field.path(WHEN);
        return when.isObject() ? Http.JSON.createArrayNode().add(when) : when;
    }
}
