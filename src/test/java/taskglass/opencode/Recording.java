package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Change;
import taskglass.task.Fact;
import taskglass.task.Listing.Reading;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** What went over the wire of a real server in one scenario: its events, and what its REST calls said afterwards. */
record Recording(String name, JsonNode json) {
    static final ServerId SERVER = new ServerId("http://127.0.0.1:4190");

    static Recording of(String versionAndScenario) {
        String resource = "/opencode/" + versionAndScenario + ".json";
        try (InputStream in = Recording.class.getResourceAsStream(resource)) {
            return new Recording(versionAndScenario, Http.JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The scenario's own session. */
    TaskKey session() {
        return new TaskKey(SERVER, json.at("/requests/0/response/id").asText());
    }

    String directory() {
        return json.at("/requests/0/response/directory").asText();
    }

    /** The stream's events as changes, each at its own time. */
    List<Change> changes() {
        EventWire wire = new EventWire(SERVER);
        List<Change> changes = new ArrayList<>();
        for (JsonNode event : json.path("events")) {
            Instant at = started().plusMillis((long) (event.path("t").asDouble() * 1000));
            told(wire, event).ifPresent(told -> changes.add(new Change.Heard(told.key(), at, told.fact())));
        }
        return changes;
    }

    private static Optional<EventWire.Told> told(EventWire wire, JsonNode event) {
        try {
            return wire.told(event.path("data").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant started() {
        return SessionWire.time(json.at("/requests/0/response/time/created"));
    }

    /** What the server's own database says of the session afterwards. */
    Reading reading() {
        List<Fact> facts = new ArrayList<>();
        json.at("/rest/messages").forEach(message -> facts.addAll(MessageWire.facts(message)));
        return new Reading(session(), facts, true, true, afterwards().updated());
    }

    SessionInfo afterwards() {
        return SessionWire.session(SERVER, json.at("/rest/session"));
    }

    /** Distinct tool calls in the messages from a prompt (by number, 0 the first) to the end. */
    int toolCallsSincePrompt(int number) {
        Set<String> parts = new HashSet<>();
        int prompt = -1;
        for (JsonNode message : json.at("/rest/messages")) {
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
