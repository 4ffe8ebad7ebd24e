package taskglass.opencode.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.opencode.wire.PartWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.transcript.PartUpdate;

/** Receives everything from the event stream that one session writes. Its sink is called on the stream's thread. */
public final class TranscriptListener {
    /** Events that the table does not need, but that matter for the followed session. */
    private static final Set<String> EXTRA =
            Set.of("message.part.delta", "message.removed", "message.part.removed", "todo.updated", "session.diff");

    private final String session;
    private final Consumer<PartUpdate> sink;

    public TranscriptListener(String session, Consumer<PartUpdate> sink) {
        this.session = session;
        this.sink = sink;
    }

    /** Whether an event of that type and session is worth reading although the table does not need it. */
    boolean accepts(String type, String about) {
        return EXTRA.contains(type) && session.equals(about);
    }

    /** Receives an event that has been read. Events of other sessions are ignored. */
    void onEvent(String type, JsonNode properties) {
        switch (type) {
            case "message.updated" -> {
                JsonNode info = properties.path("info");
                publish(info.path("sessionID"), Optional.of(new PartUpdate.Turned(PartWire.turn(info))));
            }
            case "message.part.updated" -> {
                JsonNode part = properties.path("part");
                publish(part.path("sessionID"), PartWire.part(part, true).map(PartUpdate.Changed::new));
            }
            case "message.part.delta" -> publish(properties.path("sessionID"), PartWire.delta(properties));
            case "message.removed" -> publish(properties.path("sessionID"), gone(properties, Optional.empty()));
            case "message.part.removed" ->
                publish(properties.path("sessionID"), gone(properties, SessionWire.text(properties.path("partID"))));
            case "todo.updated" ->
                publish(
                        properties.path("sessionID"),
                        Optional.of(new PartUpdate.Planned(PartWire.todos(properties.path("todos")))));
            case "session.diff" -> publish(properties.path("sessionID"), Optional.of(new PartUpdate.FilesChanged()));
            default -> {}
        }
    }

    private static Optional<PartUpdate> gone(JsonNode properties, Optional<String> part) {
        return Optional.of(new PartUpdate.Gone(properties.path("messageID").asText(), part));
    }

    private void publish(JsonNode about, Optional<? extends PartUpdate> update) {
        if (about.asText().equals(session)) {
            update.ifPresent(sink);
        }
    }
}
