package taskglass.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * The user's choices, with one section for each part of the window; each part keeps a record of its own there. A
 * section that cannot be read, such as one of a later version, counts as not chosen. It stays in the file until it is
 * chosen anew.
 *
 * <p>Not thread-safe: used on the owner's thread only. The executor, which must keep the order, writes the file. Only
 * what was changed here is changed in the file, because another window may have written the rest.
 */
public final class Settings {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final SettingsFile file;
    private final Executor writer;
    private final ObjectNode sections;
    /**
     * Changes the writer has not processed yet. Of many changes, as while a divider is dragged, only the last is
     * written.
     */
    private final AtomicReference<SettingsEdits> unwritten = new AtomicReference<>();

    private Settings(SettingsFile file, Executor writer, ObjectNode sections) {
        this.file = file;
        this.writer = writer;
        this.sections = sections;
    }

    /** Reads the file at once. If it is missing or unreadable, nothing is chosen yet. */
    public static Settings of(SettingsFile file, Executor writer) {
        return new Settings(file, writer, file.read(JSON));
    }

    /** The section as last chosen, or {@code otherwise}. */
    public <T> T section(String name, Class<T> type, T otherwise) {
        if (!sections.has(name)) {
            return otherwise;
        }
        try {
            return Optional.ofNullable(JSON.treeToValue(sections.get(name), type))
                    .orElse(otherwise);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return otherwise;
        }
    }

    /** Stores a section. If it cannot be written to the file, it is still kept until the program ends. */
    public void put(String name, Object chosen) {
        JsonNode now = JSON.valueToTree(chosen);
        if (!now.equals(sections.get(name))) {
            edit(name, before -> now);
        }
    }

    /** The section as it is in the file, readable or not; a missing node if there is none. */
    JsonNode raw(String name) {
        return sections.path(name);
    }

    /** Changes a section, here and then in the current file. {@code change} must also accept a missing node. */
    void edit(String name, UnaryOperator<JsonNode> change) {
        sections.set(name, change.apply(sections.path(name).deepCopy()));
        ObjectNode whole = sections.deepCopy();
        SettingsEdits before =
                unwritten.getAndUpdate(settingsEdits -> SettingsEdits.also(settingsEdits, name, change, whole));
        if (before == null) {
            writer.execute(() -> {
                SettingsEdits settingsEdits = unwritten.getAndSet(null);
                file.write(JSON, settingsEdits.whole(), settingsEdits::on);
            });
        }
    }
}
