package taskglass.opencode.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.events.EventWire.SessionFact;
import taskglass.opencode.http.WireIds;
import taskglass.opencode.v2.V2Data;
import taskglass.opencode.v2.V2Inbox;
import taskglass.opencode.v2.V2SessionEvents;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.AttentionWire;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.opencode.wire.V1Event;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;

/** Reads the facts from events in V1 form. */
record EventFacts(ServerId server, V2SessionIndex index, WireIds ids) {
    /**
     * The event types that report facts. All others, including those of later releases, are dropped by their type
     * alone.
     */
    static final Set<String> TYPES = Set.of(
            "session.created",
            "session.updated",
            "session.deleted",
            "session.status",
            "session.idle",
            "session.error",
            "message.updated",
            "message.removed",
            "message.part.updated",
            "permission.asked",
            "permission.replied",
            "question.asked",
            "question.replied",
            "question.rejected",
            V2SessionEvents.CHANGED,
            V1Event.MISSED,
            V1Event.ENQUEUED,
            V1Event.DEQUEUED);

    /** The tools that start a subagent, as V1 and as V2 call them. */
    private static final Set<String> DELEGATING = Set.of("task", "subagent");

    /** Returns a sign of life. */
    Optional<SessionFact> alive(String session) {
        return session.isEmpty() || !ids.accepts(session)
                ? Optional.empty()
                : Optional.of(new SessionFact(new TaskKey(server, session), new Fact.Alive()));
    }

    Optional<SessionFact> delegated(V1Event event) {
        JsonNode part = event.properties().path("part");
        return DELEGATING.contains(part.path("tool").asText())
                ? MessageWire.delegated(part).flatMap(fact -> about(part.path("sessionID"), fact))
                : Optional.empty();
    }

    Optional<SessionFact> of(V1Event event) {
        return TYPES.contains(event.type()) ? read(event.type(), event.properties()) : Optional.empty();
    }

    private Optional<SessionFact> read(String type, JsonNode properties) {
        return switch (type) {
            case "session.created", "session.updated" ->
                properties.has("info") ? session(properties.path("info")) : alive(V2Data.session(properties));
            case "session.deleted" ->
                about(properties.at(properties.has("info") ? "/info/id" : "/sessionID"), new Fact.Deleted());
            case "session.status" ->
                about(properties.path("sessionID"), new Fact.Doing(SessionWire.activity(properties.path("status"))));
            case "session.idle" ->
                about(properties.path("sessionID"), new Fact.Doing(SessionWire.activity(properties)));
            case "session.error" ->
                about(properties.path("sessionID"), new Fact.Erred(MessageWire.error(properties.path("error"))));
            case V2SessionEvents.CHANGED -> about(properties.path("sessionID"), changed(properties));
            case V1Event.ENQUEUED -> about(properties.path("sessionID"), new Fact.Enqueued(V2Inbox.prompt(properties)));
            case V1Event.DEQUEUED ->
                about(
                        properties.path("sessionID"),
                        new Fact.Dequeued(properties.path("id").asText()));
            case V1Event.MISSED -> about(properties.path("sessionID"), new Fact.Missed());
            case "message.updated" -> message(properties.path("info"));
            case "message.removed" ->
                about(
                        properties.path("sessionID"),
                        new Fact.Removed(properties.path("messageID").asText()));
            case "message.part.updated" -> part(properties.path("part"));
            case "permission.asked", "question.asked" ->
                about(properties.path("sessionID"), new Fact.Asked(AttentionWire.request(properties)));
            default ->
                about(
                        properties.path("sessionID"),
                        new Fact.Replied(properties.path("requestID").asText()));
        };
    }

    private Optional<SessionFact> session(JsonNode info) {
        boolean archived = info.at("/time/archived").isNumber();
        return about(
                info.path("id"),
                archived ? new Fact.Archived() : new Fact.Session(index.dated(SessionWire.session(server, info))));
    }

    private static Fact changed(JsonNode properties) {
        return new Fact.Changed(
                SessionWire.text(properties.path("title")),
                SessionWire.text(properties.path("directory")),
                Optional.of(properties.path(V2SessionEvents.UNDONE))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText),
                SessionWire.assignment(properties));
    }

    private Optional<SessionFact> message(JsonNode info) {
        return MessageWire.info(info).flatMap(fact -> about(info.path("sessionID"), fact));
    }

    private Optional<SessionFact> part(JsonNode part) {
        return MessageWire.part(part).flatMap(fact -> about(part.path("sessionID"), fact));
    }

    /** An event that names no session ({@code session.error} may) belongs to no task. */
    private Optional<SessionFact> about(JsonNode session, Fact fact) {
        return SessionWire.text(session).map(id -> new SessionFact(new TaskKey(server, id), fact));
    }
}
