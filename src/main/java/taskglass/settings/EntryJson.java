package taskglass.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import taskglass.settings.BrokenEntry.Fault;
import taskglass.settings.ServerEntry.Flag;
import taskglass.task.ServerAddress;
import taskglass.task.ServerId;

/** An entry as read from the file. Exactly one of the two values is present. */
record EntryJson(Optional<ServerEntry> entry, Optional<BrokenEntry> broken) {

    /** Reads an entry. {@code before} are the servers of the entries above it. */
    static EntryJson read(JsonNode node, int position, List<ServerId> before) {
        Optional<Fault> fault = fault(node, before);
        if (fault.isPresent()) {
            String url = fault.get() == Fault.PASSWORD ? "" : node.path("url").asText();
            String name = node.path("name").asText(url);
            return new EntryJson(Optional.empty(), Optional.of(new BrokenEntry(position, name, fault.get())));
        }
        ServerId server = address(node);
        ServerEntry entry = new ServerEntry(
                server,
                node.path("name").asText(server.shortName()),
                ServerMark.of(node.path("colour").asText()).orElse(ServerMark.GREY),
                node.path("user").asText(ServerEntry.DEFAULT_USER),
                flags(node));
        return new EntryJson(Optional.of(entry), Optional.empty());
    }

    private static Set<Flag> flags(JsonNode node) {
        return Stream.of(Flag.values())
                .filter(flag -> node.path(flag.field()).asBoolean())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Optional<Fault> fault(JsonNode node, List<ServerId> before) {
        String url = node.path("url").asText();
        if (!node.isObject()) {
            return Optional.of(Fault.NO_OBJECT);
        }
        if (url.isEmpty()) {
            return Optional.of(Fault.NO_URL);
        }
        Optional<ServerAddress.Fault> wrong = ServerAddress.read(url).fault();
        if (wrong.isPresent()) {
            return Optional.of(wrong.get() == ServerAddress.Fault.PASSWORD ? Fault.PASSWORD : Fault.BAD_URL);
        }
        return before.contains(address(node)) ? Optional.of(Fault.TWICE) : faultOfFields(node);
    }

    private static Optional<Fault> faultOfFields(JsonNode node) {
        if (node.has("name") && node.path("name").asText().isBlank()) {
            return Optional.of(Fault.NO_NAME);
        }
        if (node.has("colour") && ServerMark.of(node.path("colour").asText()).isEmpty()) {
            return Optional.of(Fault.BAD_COLOUR);
        }
        boolean wrong = (node.has("user") && !node.path("user").isTextual())
                || Stream.of(Flag.values())
                        .anyMatch(flag -> node.has(flag.field())
                                && !node.path(flag.field()).isBoolean());
        return wrong ? Optional.of(Fault.BAD_FIELD) : Optional.empty();
    }

    static boolean isOf(JsonNode node, ServerId server) {
        return node.isObject() && address(node).equals(server);
    }

    /** Returns the address in its normal form. A text that is not an address belongs to no server. */
    private static ServerId address(JsonNode node) {
        return ServerAddress.read(node.path("url").asText()).server().orElseGet(() -> new ServerId(""));
    }

    static void write(ServerEntry entry, ObjectNode node) {
        node.put("name", entry.name()).put("url", entry.server().url());
        node.put("colour", entry.mark().word()).put("user", entry.user());
        for (Flag flag : Flag.values()) {
            node.remove(flag.field());
            if (entry.is(flag)) {
                node.put(flag.field(), true);
            }
        }
    }
}
