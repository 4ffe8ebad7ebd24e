package taskglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Changes of sections that the file has not seen yet.
 *
 * @param whole all sections as they stand here, for where the file has gone
 */
record Edits(Map<String, UnaryOperator<JsonNode>> bySection, ObjectNode whole) {

    /** These and one more, after them; {@code before} is null for none. */
    static Edits also(Edits before, String section, UnaryOperator<JsonNode> change, ObjectNode whole) {
        Map<String, UnaryOperator<JsonNode>> all = new LinkedHashMap<>();
        Optional.ofNullable(before).ifPresent(edits -> all.putAll(edits.bySection));
        all.merge(section, change, (first, then) -> node -> then.apply(first.apply(node)));
        return new Edits(all, whole);
    }

    /** The file's sections with these changes made. */
    ObjectNode on(ObjectNode sections) {
        bySection.forEach((name, change) -> sections.set(name, change.apply(sections.path(name))));
        return sections;
    }
}
