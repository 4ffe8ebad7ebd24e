package taskglass.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions of the server. Every event about them is sent from here. */
final class DemoSessions {
    private final Map<String, DemoSession> sessions = new LinkedHashMap<>();
    private final DemoIds demoIds = new DemoIds();
    private final DemoRequests demoRequests = new DemoRequests(this);
    private final Timetable time;
    private final Feed feed;

    DemoSessions(Timetable time, Feed feed) {
        this.time = time;
        this.feed = feed;
    }

    Timetable time() {
        return time;
    }

    Feed feed() {
        return feed;
    }

    DemoRequests asks() {
        return demoRequests;
    }

    String id(String kind) {
        return demoIds.next(kind);
    }

    DemoSession create(String title, String directory, Optional<String> parent) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("id", demoIds.next("ses")).put("slug", "demo").put("version", DemoModels.VERSION);
        info.put("projectID", "global").put("directory", directory).put("title", title);
        parent.ifPresent(id -> info.put("parentID", id));
        info.putObject("time").put("created", time.millis()).put("updated", time.millis());
        DemoSession demoSession = new DemoSession(info);
        sessions.put(demoSession.id(), demoSession);
        publishSession(demoSession, "session.created");
        return demoSession;
    }

    Optional<DemoSession> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Newest first, the order of listings. */
    List<DemoSession> newestFirst() {
        return sessions.values().stream()
                .sorted(Comparator.comparingLong(DemoSession::updated)
                        .thenComparing(DemoSession::id)
                        .reversed())
                .toList();
    }

    List<DemoSession> in(String directory) {
        return sessions.values().stream()
                .filter(demoSession ->
                        directory.isEmpty() || demoSession.directory().equals(directory))
                .toList();
    }

    List<DemoSession> children(DemoSession parent) {
        return sessions.values().stream()
                .filter(demoSession -> demoSession.parent().equals(Optional.of(parent.id())))
                .toList();
    }

    /** Marks a session as changed now, and sends the event. */
    void touch(DemoSession demoSession) {
        ((ObjectNode) demoSession.info().path("time")).put("updated", time.millis());
        publishSession(demoSession, "session.updated");
    }

    void busy(DemoSession demoSession) {
        status(demoSession, Optional.of(JsonNodeFactory.instance.objectNode().put("type", "busy")));
    }

    void status(DemoSession demoSession, Optional<ObjectNode> status) {
        demoSession.status(status);
        ObjectNode properties = about(demoSession);
        properties.set(
                "status",
                status.orElseGet(() -> JsonNodeFactory.instance.objectNode().put("type", "idle")));
        publish(demoSession, "session.status", properties);
        if (status.isEmpty()) {
            publish(demoSession, "session.idle", about(demoSession));
        }
    }

    /** Deletes a session and all below it, even at work. */
    void delete(DemoSession demoSession) {
        children(demoSession).forEach(this::delete);
        demoSession.actor().ifPresent(ScriptedAgent::abort);
        sessions.remove(demoSession.id());
        publishSession(demoSession, "session.deleted");
    }

    /** Removes a session from every listing; it cannot be restored. */
    void archive(DemoSession demoSession, long at) {
        ((ObjectNode) demoSession.info().path("time")).put("archived", at);
        publishSession(demoSession, "session.updated");
        sessions.remove(demoSession.id());
    }

    void publish(DemoSession demoSession, String type, ObjectNode properties) {
        feed.send(demoSession.directory(), type, properties);
    }

    ObjectNode about(DemoSession demoSession) {
        return JsonNodeFactory.instance.objectNode().put("sessionID", demoSession.id());
    }

    private void publishSession(DemoSession demoSession, String type) {
        ObjectNode properties = about(demoSession);
        properties.set("info", demoSession.info());
        publish(demoSession, type, properties);
    }
}
