package taskglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes of sections that have not been written to the file yet.
 *
 * @param whole all sections as they are here, for use if the file is gone
 */
record SettingsEdits(Map<String, UnaryOperator<JsonNode>> bySection, ObjectNode whole) {

    /** Returns these changes followed by one more. {@code before} is null for none. */
    static SettingsEdits also(SettingsEdits before, String section, UnaryOperator<JsonNode> change, ObjectNode whole) {
        Map<String, UnaryOperator<JsonNode>> all = new LinkedHashMap<>();
        Optional.ofNullable(before).ifPresent(settingsEdits -> all.putAll(settingsEdits.bySection));
        all.merge(section, change, (first, then) -> node -> then.apply(first.apply(node)));
        return new SettingsEdits(all, whole);
    }

    /** Applies these changes to the file's sections. */
    ObjectNode on(ObjectNode sections) {
        bySection.forEach((name, change) -> sections.set(name, change.apply(sections.path(name))));
        return sections;
    }
}
