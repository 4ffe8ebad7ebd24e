package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import taskglass.opencode.events.EventWire;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.WireIds;
import taskglass.opencode.v2.V2Messages;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.MessageWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Reading;
import taskglass.task.store.Change;

/** What went over the wire of a real server in one scenario: its events, and what its REST calls said afterwards. */
public record Recording(String name, JsonNode json, V2SessionIndex known) {
    public static final ServerId SERVER = new ServerId("http://127.0.0.1:4190");

    public static Recording of(String versionAndScenario) {
        String resource = "/opencode/" + versionAndScenario + ".json";
        try (InputStream in = Recording.class.getResourceAsStream(resource)) {
            return new Recording(versionAndScenario, Http.JSON.readTree(in), new V2SessionIndex());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario's own session. */
    public TaskKey session() {
        return new TaskKey(SERVER, created().path("id").asText());
    }

    String directory() {
        return SessionWire.session(SERVER, created()).directory();
    }

    private JsonNode created() {
        return bare(json.at("/requests/0/response"));
    }

    /** V2 wraps what it answers. */
    private static JsonNode bare(JsonNode answer) {
        return answer.has("data") ? answer.path("data") : answer;
    }

    /** The transcript in the words of V1, oldest first; V2 lists the newest first. */
    private List<JsonNode> messages() {
        JsonNode messages = json.at("/rest/messages");
        if (!messages.has("data")) {
            return messages.valueStream().toList();
        }
        return messages.path("data")
                .valueStream()
                .flatMap(message -> V2Messages.asV1(message, session().session(), known.places()).stream())
                .toList()
                .reversed();
    }

    /** The stream's events as changes, each at its own time. */
    List<Change> changes() {
        return changes(1);
    }

    /** The same with each event sent so many times. */
    List<Change> changes(int times) {
        EventWire wire = new EventWire(SERVER, known, new WireIds());
        List<Change> changes = new ArrayList<>();
        for (JsonNode event : eventsAndLogs()) {
            Instant at = started().plusMillis((long) (event.path("t").asDouble() * 1000));
            for (int time = 0; time < times; time++) {
                facts(wire, event).forEach(fact -> changes.add(new Change.Heard(fact.key(), at, fact.fact())));
            }
        }
        return changes;
    }

    /** All that the stream sent, and then what the log told of the gap after it, where somebody asked. */
    private List<JsonNode> eventsAndLogs() {
        List<JsonNode> all = new ArrayList<>();
        json.path("events").forEach(all::add);
        json.path("requests")
                .valueStream()
                .filter(request -> request.path("path").asText().matches(".*/log\\?after=.*"))
                .flatMap(request -> request.path("response").valueStream())
                .map(event -> Http.JSON.createObjectNode().<JsonNode>set("data", event))
                .forEach(all::add);
        return all;
    }

    /** The payloads of the events of one type. */
    public List<JsonNode> eventsOfType(String type) {
        return json.path("events")
                .valueStream()
                .map(event -> event.path("data").has("payload") ? event.at("/data/payload") : event.path("data"))
                .filter(payload -> payload.path("type").asText().equals(type))
                .toList();
    }

    /** What the server answered to a request: the n-th, from 0, whose method and path match. */
    public JsonNode answer(String methodAndPath, int n) {
        return json.path("requests")
                .valueStream()
                .filter(request -> (request.path("method").asText() + " "
                                + request.path("path").asText().replaceAll("\\?.*", ""))
                        .matches(methodAndPath))
                .skip(n)
                .findFirst()
                .orElseThrow()
                .path("response");
    }

    private static List<EventWire.SessionFact> facts(EventWire wire, JsonNode event) {
        try {
            return wire.parse(event.path("data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant started() {
        return SessionWire.time(created().at("/time/created"));
    }

    /** What the server's own database says of the session afterwards. */
    Reading reading() {
        List<Fact> facts = new ArrayList<>();
        messages().forEach(message -> facts.addAll(MessageWire.facts(message)));
        return new Reading(session(), facts, true, true, afterwards().updated());
    }

    /** When a message was created: by number, 0 the first. */
    Instant created(int message) {
        return SessionWire.time(messages().get(message).at("/info/time/created"));
    }

    /** The session as it was answered when it was created. */
    SessionInfo asCreated() {
        return SessionWire.session(SERVER, created());
    }

    SessionInfo afterwards() {
        return SessionWire.session(SERVER, bare(json.at("/rest/session")));
    }

    /** Distinct tool calls in the messages from a prompt (by number, 0 the first) to the end. */
    int toolCallsSincePrompt(int number) {
        Set<String> parts = new HashSet<>();
        int prompt = -1;
        for (JsonNode message : messages()) {
            prompt += message.at("/info/role").asText().equals("user") ? 1 : 0;
            for (JsonNode part : message.path("parts")) {
                if (prompt >= number && part.path("type").asText().equals("tool")) {
                    parts.add(part.path("id").asText());
                }
            }
        }
        return parts.size();
    }
}
