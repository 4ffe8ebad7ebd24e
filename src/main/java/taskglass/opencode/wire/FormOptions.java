package taskglass.opencode.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The options of a form's field: what the user chooses, and which value that sends. */
public final class FormOptions {
    public static final String YES = "Yes";
    public static final String NO = "No";

    private FormOptions() {}

    /** Returns what the user chooses to give a field that value. */
    public static String label(JsonNode field, JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? YES : NO;
        }
        return field.path("options")
                .valueStream()
                .filter(option -> option.path("value").equals(value))
                .map(FormOptions::label)
                .findFirst()
                .orElseGet(value::asText);
    }

    public static String label(JsonNode option) {
        return SessionWire.text(option.path("label"))
                .orElseGet(() -> option.path("value").asText());
    }

    /** Returns the value that a choice sends. A choice that is not among the options is sent as it is. */
    public static String value(JsonNode field, String label) {
        for (JsonNode option : field.path("options")) {
            if (label(option).equals(label)) {
                return option.path("value").asText(label);
            }
        }
        return label;
    }
}
