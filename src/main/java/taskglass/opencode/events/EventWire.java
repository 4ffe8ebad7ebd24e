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
import taskglass.opencode.v2.V2LogPositions;
import taskglass.opencode.v2.V2Names;
import taskglass.opencode.v2.V2Requests;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.V1Event;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;

/** Turns the data of one event of {@code /global/event} or {@code /api/event} into facts about its session. */
public final class EventWire {
    /** A fact that one event reports. */
    public record SessionFact(TaskKey key, Fact fact) {}

    /** A piece of text that is being written, sent many times a second. It is only a sign of life. */
    private static final String DELTA = "message.part.delta";

    private static final Set<String> WRAPPERS = Set.of("payload", "properties", "data");

    /** 1.18 sends each durable event a second time, numbered. */
    private static final String DOUBLE = "sync";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private static final Set<String> AROUND_DOUBLES = Set.of("payload", "syncEvent");

    private final EventFacts facts;
    private final V2SessionIndex index;
    private final WireIds ids;
    private final V2Events second;
    private final V2LogPositions positions = new V2LogPositions();
    private final UnknownEvents unknown = new UnknownEvents();
    private volatile Optional<TranscriptListener> ear = Optional.empty();

    public EventWire(ServerId server) {
        this(server, new V2SessionIndex(), new WireIds());
    }

    /** Records which sessions turn out to use the V2 API, and which ids were rejected. */
    public EventWire(ServerId server, V2SessionIndex index, WireIds ids) {
        this.facts = new EventFacts(server, index, ids);
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
        positions.begin();
        return positions.through();
    }

    /** Returns the facts of an event from a log. The stream may send the same event again. */
    public List<SessionFact> replayed(String data) throws IOException {
        List<SessionFact> found = parse(data);
        positions.replayed(JsonPeek.first(data, "id", WRAPPERS));
        return found;
    }

    /** Returns nothing for events that report nothing about a task: heartbeats, {@code sync} doubles, unknown types. */
    public List<SessionFact> parse(String data) throws IOException {
        String type = JsonPeek.first(data, "type", WRAPPERS);
        if (type.equals(DOUBLE)) {
            number(data);
            return List.of();
        }
        if (positions.anyReplayed() && positions.wasReplayed(JsonPeek.first(data, "id", WRAPPERS))) {
            return List.of();
        }
        Optional<TranscriptListener> listener = ear;
        boolean piece = type.equals(DELTA) || V2Names.isPiece(type);
        boolean wanted = listener.isPresent()
                && listener.get().accepts(piece ? DELTA : type, JsonPeek.first(data, "sessionID", WRAPPERS));
        if (!wanted && !piece && !EventFacts.TYPES.contains(type) && !V2Names.isRelevant(type)) {
            unknown.ignored(type);
            return List.of();
        }
        List<SessionFact> found = new ArrayList<>();
        if (piece) {
            facts.alive(JsonPeek.first(data, "sessionID", WRAPPERS)).ifPresent(found::add);
        }
        for (V1Event event : piece && !wanted ? List.<V1Event>of() : events(type, data)) {
            listener.ifPresent(open -> open.onEvent(event.type(), event.properties()));
            facts.of(event).ifPresent(found::add);
            facts.delegated(event).ifPresent(found::add);
        }
        return found;
    }

    /** V1 sessions are numbered, too, but have no log. If there are no others, doubles are not even read. */
    private void number(String data) throws IOException {
        if (!index.any()) {
            return;
        }
        String session = JsonPeek.first(data, "aggregateID", AROUND_DOUBLES);
        String seq = JsonPeek.first(data, "seq", AROUND_DOUBLES);
        if (index.has(session) && NUMBER.matcher(seq).matches()) {
            positions.advance(session, Long.parseLong(seq));
        }
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
            positions.advance(
                    payload.at("/durable/aggregateID").asText(),
                    payload.at("/durable/seq").asLong());
        }
        return second.asV1(type, properties, payload);
    }
}
