package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.task.PartNews;

/** Receives everything from the event stream that one session writes. Its sink is called on the stream's thread. */
public final class Ear {
    /** Events that the table does not need, but that matter for the followed session. */
    private static final Set<String> EXTRA =
            Set.of("message.part.delta", "message.removed", "message.part.removed", "todo.updated", "session.diff");

    private final String session;
    private final Consumer<PartNews> sink;

    public Ear(String session, Consumer<PartNews> sink) {
        this.session = session;
        this.sink = sink;
    }

    /** Whether an event of that type and session is worth reading although the table does not need it. */
    boolean wants(String type, String about) {
        return EXTRA.contains(type) && session.equals(about);
    }

    /** Receives an event that has been read. Events of other sessions are ignored. */
    void hear(String type, JsonNode properties) {
        switch (type) {
            case "message.updated" -> {
                JsonNode info = properties.path("info");
                tell(info.path("sessionID"), Optional.of(new PartNews.Turned(PartWire.turn(info))));
            }
            case "message.part.updated" -> {
                JsonNode part = properties.path("part");
                tell(part.path("sessionID"), PartWire.part(part, true).map(PartNews.Told::new));
            }
            case "message.part.delta" -> tell(properties.path("sessionID"), PartWire.delta(properties));
            case "message.removed" -> tell(properties.path("sessionID"), gone(properties, Optional.empty()));
            case "message.part.removed" ->
                tell(properties.path("sessionID"), gone(properties, SessionWire.text(properties.path("partID"))));
            case "todo.updated" ->
                tell(
                        properties.path("sessionID"),
                        Optional.of(new PartNews.Planned(PartWire.todos(properties.path("todos")))));
            case "session.diff" -> tell(properties.path("sessionID"), Optional.of(new PartNews.FilesChanged()));
            default -> {}
        }
    }

    private static Optional<PartNews> gone(JsonNode properties, Optional<String> part) {
        return Optional.of(new PartNews.Gone(properties.path("messageID").asText(), part));
    }

    private void tell(JsonNode about, Optional<? extends PartNews> news) {
        if (about.asText().equals(session)) {
            news.ifPresent(sink);
        }
    }
}
