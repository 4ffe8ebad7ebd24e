package taskglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import taskglass.task.ServerId;

/**
 * The servers that the user added: the section {@code servers} of the settings. An entry that cannot be read is
 * reported and stays in the file unchanged. Unknown fields of an entry also stay.
 */
public final class ServerList {
    private static final String SECTION = "servers";

    private final Settings settings;

    public ServerList(Settings settings) {
        this.settings = settings;
    }

    /** Returns an empty list, whose changes do not outlast the program. */
    public static ServerList none() {
        return new ServerList(Settings.of(SettingsFile.none(), Runnable::run));
    }

    /** The readable entries, in their order. */
    public List<ServerEntry> entries() {
        List<ServerEntry> good = new ArrayList<>();
        readings().forEach(reading -> reading.entry().ifPresent(good::add));
        return List.copyOf(good);
    }

    /** What is wrong with the other entries. */
    public List<BrokenEntry> broken() {
        List<BrokenEntry> broken = new ArrayList<>();
        readings().forEach(reading -> reading.broken().ifPresent(broken::add));
        return List.copyOf(broken);
    }

    public Optional<ServerEntry> find(ServerId server) {
        return entries().stream().filter(entry -> entry.server().equals(server)).findFirst();
    }

    /** The entry with that name, ignoring case. */
    public Optional<ServerEntry> named(String name) {
        return entries().stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** Stores an entry in place of the one with the same URL, or after all others. */
    public void put(ServerEntry entry) {
        edit(all -> {
            OptionalInt known = index(all, entry.server());
            ObjectNode node = known.isPresent() ? (ObjectNode) all.get(known.getAsInt()) : all.addObject();
            EntryJson.write(entry, node);
        });
    }

    public void remove(ServerId server) {
        edit(all -> index(all, server).ifPresent(all::remove));
    }

    /** Edits the list. A section that is not a list has been reported as broken; it becomes the first entry. */
    private void edit(Consumer<ArrayNode> change) {
        settings.edit(SECTION, before -> {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            if (before instanceof ArrayNode array) {
                all.addAll(array);
            } else if (!before.isMissingNode()) {
                all.add(before);
            }
            change.accept(all);
            return all;
        });
    }

    private static OptionalInt index(ArrayNode all, ServerId server) {
        return IntStream.range(0, all.size())
                .filter(i -> EntryJson.isOf(all.get(i), server))
                .findFirst();
    }

    private List<EntryJson> readings() {
        JsonNode section = settings.raw(SECTION);
        if (section.isMissingNode()) {
            return List.of();
        }
        List<EntryJson> all = new ArrayList<>();
        if (!section.isArray()) {
            return List.of(EntryJson.read(section, 1, List.of()));
        }
        List<ServerId> before = new ArrayList<>();
        for (JsonNode node : section) {
            EntryJson reading = EntryJson.read(node, all.size() + 1, before);
            reading.entry().map(ServerEntry::server).ifPresent(before::add);
            all.add(reading);
        }
        return all;
    }
}
