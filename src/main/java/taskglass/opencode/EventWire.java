package taskglass.opencode;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Fact;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** Turns the data of one event of {@code /global/event} into what it tells of one session. */
final class EventWire {
    /** What one event tells. */
    record Told(TaskKey key, Fact fact) {}

    /** The events that tell something; all others, and all of later releases, end at the peek. */
    private static final Set<String> TELLING = Set.of(
            "session.created",
            "session.updated",
            "session.deleted",
            "session.status",
            "session.idle",
            "session.error",
            "message.updated",
            "message.part.updated",
            "permission.asked",
            "permission.replied",
            "question.asked",
            "question.replied",
            "question.rejected");

    private final ServerId server;

    EventWire(ServerId server) {
        this.server = server;
    }

    /** Empty for what tells nothing of a task: heartbeats, deltas, {@code sync} doubles, unknown types. */
    Optional<Told> told(String data) throws IOException {
        if (!TELLING.contains(peekType(data))) {
            return Optional.empty();
        }
        JsonNode event = Http.JSON.readTree(data);
        JsonNode payload = event.has("payload") ? event.path("payload") : event;
        return told(payload.path("type").asText(), payload.path("properties"));
    }

    private Optional<Told> told(String type, JsonNode properties) {
        return switch (type) {
            case "session.created", "session.updated" -> session(properties.path("info"));
            case "session.deleted" -> about(properties.at("/info/id"), new Fact.Deleted());
            case "session.status" ->
                about(properties.path("sessionID"), new Fact.Doing(SessionWire.activity(properties.path("status"))));
            case "session.idle" ->
                about(properties.path("sessionID"), new Fact.Doing(SessionWire.activity(properties)));
            case "session.error" ->
                about(properties.path("sessionID"), new Fact.Erred(MessageWire.error(properties.path("error"))));
            case "message.updated" -> message(properties.path("info"));
            case "message.part.updated" -> part(properties.path("part"));
            case "permission.asked", "question.asked" ->
                about(
                        properties.path("sessionID"),
                        new Fact.Asked(properties.path("id").asText()));
            default ->
                about(
                        properties.path("sessionID"),
                        new Fact.Replied(properties.path("requestID").asText()));
        };
    }

    private Optional<Told> session(JsonNode info) {
        SessionInfo session = SessionWire.session(server, info);
        return Optional.of(new Told(session.key(), new Fact.Told(session)));
    }

    private Optional<Told> message(JsonNode info) {
        return MessageWire.info(info).flatMap(fact -> about(info.path("sessionID"), fact));
    }

    private Optional<Told> part(JsonNode part) {
        return MessageWire.part(part).flatMap(fact -> about(part.path("sessionID"), fact));
    }

    /** An event that names no session ({@code session.error} may) is about nobody. */
    private Optional<Told> about(JsonNode session, Fact fact) {
        return SessionWire.text(session).map(id -> new Told(new TaskKey(server, id), fact));
    }

    /** The payload's type, found without building a tree; "" where there is none. */
    private static String peekType(String data) throws IOException {
        try (JsonParser parser = Http.JSON.createParser(data)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals("type")) {
                        return parser.getText();
                    }
                    if (value.isStructStart() && !name.equals("payload")) {
                        parser.skipChildren();
                    }
                }
            }
            return "";
        }
    }
}
