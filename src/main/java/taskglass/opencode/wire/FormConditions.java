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
 * The conditions under which a field of a form is asked for: 2.0.26 has a list of them that must all hold, July one. A
 * field that is not asked for must not be answered.
 */
public final class FormConditions {
    private static final String WHEN = "when";
    private static final String QUESTION = "question";
    private static final String CHOSEN = "chosen";
    private static final String ANSWER = "answer";

    private FormConditions() {}

    /** Puts the conditions of each field into the question that is made of it, with what a person would choose. */
    public static void into(JsonNode questions, JsonNode fields) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 0; place < fields.size(); place++) {
            ArrayNode told = Http.JSON.createArrayNode();
            for (JsonNode when : of(fields.path(place))) {
                Integer earlier = places.get(when.path("key").asText());
                told.addObject()
                        .put(QUESTION, earlier == null ? place : earlier)
                        .put(CHOSEN, !when.path("op").asText().equals("neq"))
                        .put(
                                ANSWER,
                                earlier == null ? "" : FormOptions.label(fields.path(earlier), when.path("value")));
            }
            if (!told.isEmpty()) {
                ((ObjectNode) questions.path(place)).set(WHEN, told);
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

    /** Whether a field is asked for, with the values that are given for those before it. */
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
