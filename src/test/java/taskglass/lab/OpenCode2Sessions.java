package taskglass.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The sessions of an {@link OpenCode2}, and what its clients do with them. Safe from any thread. */
public class OpenCode2Sessions {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger SERVERS = new AtomicInteger();

    /** What a client may say of a session when it creates one. */
    private static final List<String> GIVEN = List.of("parentID", "title", "agent", "model", "metadata");

    /** No two servers have the same session. */
    private final int server = SERVERS.incrementAndGet();

    /** By id, oldest first. */
    final Map<String, OpenCode2Session> sessions = new LinkedHashMap<>();

    final OpenCode2Events events;
    final OpenCode2Runs runs;

    /** Each event goes to {@code frames}, as it is sent. */
    OpenCode2Sessions(Consumer<String> frames) {
        events = new OpenCode2Events(frames);
        runs = new OpenCode2Runs(events);
    }

    /** A session that another client began. */
    public synchronized String session(String title) {
        return create(JSON.createObjectNode().put("title", title)).id;
    }

    /** One that works in a directory of its own. */
    public synchronized String session(String title, String directory) {
        ObjectNode wanted = JSON.createObjectNode().put("title", title);
        wanted.putObject("location").put("directory", directory);
        return create(wanted).id;
    }

    /** One whose agent another client named, without asking whether there is one. */
    public synchronized String sessionOf(String agent) {
        return create(JSON.createObjectNode().put("agent", agent)).id;
    }

    public synchronized String child(String parent, String title) {
        return create(JSON.createObjectNode().put("title", title).put("parentID", parent)).id;
    }

    /** Another client prompts: a session that rests begins to work on it. Returns the prompt's id. */
    public synchronized String begin(String session, String text) {
        return prompt(session, text, OpenCode2Runs.STEER);
    }

    /** A prompt is put in line behind the work that goes on. */
    public synchronized String queue(String session, String text) {
        return prompt(session, text, "queue");
    }

    synchronized String prompt(String session, String text, String delivery) {
        ObjectNode payload = JSON.createObjectNode().put("text", text);
        return runs.admit(sessions.get(session), "user", payload, delivery, true);
    }

    /** A prompt is put in for the next step of the work that goes on. */
    public synchronized String steer(String session, String text) {
        return prompt(session, text, OpenCode2Runs.STEER);
    }

    /** How many prompts wait in line. */
    public synchronized int waiting(String session) {
        return sessions.get(session).inbox.size();
    }

    /** A person undoes all from that message on. */
    public synchronized void undo(String session, String message) {
        OpenCode2Session undone = sessions.get(session);
        ObjectNode revert = JSON.createObjectNode().put("messageID", message);
        undone.info.set("revert", revert);
        ObjectNode data = OpenCode2Data.of(session);
        data.set("revert", revert);
        events.send(undone, "session.revert.staged", data);
    }

    /** The ids of what persons prompted and was delivered, oldest first. */
    public synchronized List<String> prompts(String session) {
        return sessions.get(session).messages.stream()
                .filter(message -> message.path("type").asText().equals("user"))
                .map(message -> message.path("id").asText())
                .toList();
    }

    /** A person takes that back. */
    public synchronized void redo(String session) {
        OpenCode2Session redone = sessions.get(session);
        redone.info.remove("revert");
        events.send(redone, "session.revert.cleared", OpenCode2Data.of(session));
    }

    /** Somebody else gives it another name. */
    public synchronized void rename(String session, String title) {
        OpenCode2Session renamed = sessions.get(session);
        renamed.info.put("title", title);
        ((ObjectNode) renamed.info.path("time")).put("updated", events.tick());
        events.send(renamed, "session.renamed", OpenCode2Data.of(session).put("title", title));
    }

    Optional<OpenCode2Session> find(String session) {
        return Optional.ofNullable(sessions.get(session));
    }

    OpenCode2Session create(JsonNode wanted) {
        String id = "ses_" + server + "x" + events.nextId();
        String directory = wanted.at("/location/directory").asText(OpenCode2Location.DEFAULT);
        ObjectNode info = JSON.createObjectNode().put("id", id).put("projectID", OpenCode2Reply.project(directory));
        copy(wanted, info);
        info.put("cost", 0).set("tokens", OpenCode2Data.tokens(0, 0));
        long now = events.tick();
        info.putObject("time").put("created", now).put("updated", now);
        info.putObject("location").put("directory", directory);
        OpenCode2Session session = new OpenCode2Session(id, info);
        ObjectNode data = OpenCode2Data.of(id).put("projectID", OpenCode2Reply.project(directory));
        data.putObject("location").put("directory", directory);
        data.put("subpath", "").put("slug", "nimble-wolf");
        copy(wanted, data);
        events.send(session, "session.created", data.put("version", OpenCode2.VERSION));
        sessions.put(id, session);
        return session;
    }

    private static void copy(JsonNode wanted, ObjectNode to) {
        GIVEN.stream().filter(wanted::has).forEach(key -> to.set(key, wanted.get(key)));
    }
}
