package taskglass.opencode.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.WireIds;
import taskglass.opencode.v2.V2Data;
import taskglass.opencode.v2.V2Events;
import taskglass.opencode.v2.V2Inbox;
import taskglass.opencode.v2.V2LogPositions;
import taskglass.opencode.v2.V2Names;
import taskglass.opencode.v2.V2Requests;
import taskglass.opencode.v2.V2SessionEvents;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.AttentionWire;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.opencode.wire.V1Event;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;

/** Turns the data of one event of {@code /global/event} or {@code /api/event} into facts about its session. */
public final class EventWire {
    /** A fact that one event reports. */
    public record Told(TaskKey key, Fact fact) {}

    /**
     * The event types that report facts. All others, including those of later releases, are dropped by their type
     * alone.
     */
    private static final Set<String> TELLING = Set.of(
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

    /** A piece of text that is being written, sent many times a second. It is only a sign of life. */
    private static final String DELTA = "message.part.delta";

    private static final Set<String> WRAPPERS = Set.of("payload", "properties", "data");

    /** The tools that start a subagent, as V1 and as V2 call them. */
    private static final Set<String> DELEGATING = Set.of("task", "subagent");

    /** 1.18 sends each durable event a second time, numbered. */
    private static final String DOUBLE = "sync";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final Set<String> AROUND_DOUBLES = Set.of("payload", "syncEvent");

    private final ServerId server;
    private final V2SessionIndex index;
    private final WireIds ids;
    private final V2Events second;
    private final V2LogPositions heard = new V2LogPositions();
    private final UnknownEvents unknown = new UnknownEvents();
    private volatile Optional<TranscriptListener> ear = Optional.empty();

    public EventWire(ServerId server) {
        this(server, new V2SessionIndex(), new WireIds());
    }

    /** Records which sessions turn out to use the V2 API, and which ids were rejected. */
    public EventWire(ServerId server, V2SessionIndex index, WireIds ids) {
        this.server = server;
        this.index = index;
        this.ids = ids;
        this.second = new V2Events(index.places());
    }

    public UnknownEvents unknown() {
        return unknown;
    }

    /**
     * Sets the listener for everything that one session writes. Without one, deltas are dropped by their type alone.
     */
    public void listen(Optional<TranscriptListener> now) {
        ear = now;
    }

    /** Begins a new stream. Returns by session the number of the last received event, where the server keeps a log. */
    public Map<String, Long> begin() {
        heard.begin();
        return heard.through();
    }

    /** Returns the facts of an event from a log. The stream may send the same event again. */
    public List<Told> replayed(String data) throws IOException {
        List<Told> told = parse(data);
        heard.replayed(JsonPeek.first(data, "id", WRAPPERS));
        return told;
    }

    /** Returns nothing for events that report nothing about a task: heartbeats, {@code sync} doubles, unknown types. */
    public List<Told> parse(String data) throws IOException {
        String type = JsonPeek.first(data, "type", WRAPPERS);
        if (type.equals(DOUBLE)) {
            number(data);
            return List.of();
        }
        if (heard.anyReplayed() && heard.wasReplayed(JsonPeek.first(data, "id", WRAPPERS))) {
            return List.of();
        }
        Optional<TranscriptListener> listener = ear;
        boolean piece = type.equals(DELTA) || V2Names.isPiece(type);
        boolean wanted = listener.isPresent()
                && listener.get().wants(piece ? DELTA : type, JsonPeek.first(data, "sessionID", WRAPPERS));
        if (!wanted && !piece && !TELLING.contains(type) && !V2Names.isRelevant(type)) {
            unknown.ignored(type);
            return List.of();
        }
        List<Told> told = new ArrayList<>();
        if (piece) {
            alive(JsonPeek.first(data, "sessionID", WRAPPERS)).ifPresent(told::add);
        }
        for (V1Event event : piece && !wanted ? List.<V1Event>of() : events(type, data)) {
            listener.ifPresent(here -> here.onEvent(event.type(), event.properties()));
            parse(event).ifPresent(told::add);
            delegated(event).ifPresent(told::add);
        }
        return told;
    }

    /** V1 sessions are numbered, too, but have no log. If there are no others, doubles are not even read. */
    private void number(String data) throws IOException {
        if (!index.any()) {
            return;
        }
        String session = JsonPeek.first(data, "aggregateID", AROUND_DOUBLES);
        String seq = JsonPeek.first(data, "seq", AROUND_DOUBLES);
        if (index.has(session) && NUMBER.matcher(seq).matches()) {
            heard.advance(session, Long.parseLong(seq));
        }
    }

    private Optional<Told> alive(String session) {
        return session.isEmpty() || !ids.accepts(session)
                ? Optional.empty()
                : Optional.of(new Told(new TaskKey(server, session), new Fact.Alive()));
    }

    /** Returns an event in V1 form: the event itself, or the events that V1 would have sent. */
    private List<V1Event> events(String type, String data) throws IOException {
        JsonNode event = Http.JSON.readTree(data);
        JsonNode payload = event.has("payload") ? event.path("payload") : event;
        JsonNode properties = payload.has("data") ? payload.path("data") : payload.path("properties");
        if (!properties.isObject() || !ids.admitsEvent(type, properties, payload)) {
            return List.of();
        }
        if (!V2Events.isV2(type, properties)) {
            return List.of(new V1Event(type, properties));
        }
        if (V2Requests.isNobodys(properties)) {
            return List.of();
        }
        Optional.of(V2Data.session(properties)).filter(id -> !id.isEmpty()).ifPresent(index::works);
        if (payload.at("/durable/seq").isIntegralNumber()) {
            heard.advance(
                    payload.at("/durable/aggregateID").asText(),
                    payload.at("/durable/seq").asLong());
        }
        return second.asV1(type, properties, payload);
    }

    private Optional<Told> delegated(V1Event event) {
        JsonNode part = event.properties().path("part");
        return DELEGATING.contains(part.path("tool").asText())
                ? MessageWire.delegated(part).flatMap(fact -> about(part.path("sessionID"), fact))
                : Optional.empty();
    }

    private Optional<Told> parse(V1Event event) {
        return TELLING.contains(event.type()) ? parse(event.type(), event.properties()) : Optional.empty();
    }

    private Optional<Told> parse(String type, JsonNode properties) {
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

    private Optional<Told> session(JsonNode info) {
        boolean archived = info.at("/time/archived").isNumber();
        return about(
                info.path("id"),
                archived ? new Fact.Archived() : new Fact.Told(index.dated(SessionWire.session(server, info))));
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

    private Optional<Told> message(JsonNode info) {
        return MessageWire.info(info).flatMap(fact -> about(info.path("sessionID"), fact));
    }

    private Optional<Told> part(JsonNode part) {
        return MessageWire.part(part).flatMap(fact -> about(part.path("sessionID"), fact));
    }

    /** An event that names no session ({@code session.error} may) belongs to no task. */
    private Optional<Told> about(JsonNode session, Fact fact) {
        return SessionWire.text(session).map(id -> new Told(new TaskKey(server, id), fact));
    }
}
