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
    private final DemoIds ids = new DemoIds();
    private final DemoRequests asks = new DemoRequests(this);
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
        return asks;
    }

    String id(String kind) {
        return ids.next(kind);
    }

    DemoSession create(String title, String directory, Optional<String> parent) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("id", ids.next("ses")).put("slug", "demo").put("version", DemoModels.VERSION);
        info.put("projectID", "global").put("directory", directory).put("title", title);
        parent.ifPresent(id -> info.put("parentID", id));
        info.putObject("time").put("created", time.millis()).put("updated", time.millis());
        DemoSession session = new DemoSession(info);
        sessions.put(session.id(), session);
        publishSession(session, "session.created");
        return session;
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
                .filter(session -> directory.isEmpty() || session.directory().equals(directory))
                .toList();
    }

    List<DemoSession> children(DemoSession parent) {
        return sessions.values().stream()
                .filter(session -> session.parent().equals(Optional.of(parent.id())))
                .toList();
    }

    /** Marks a session as changed now, and sends the event. */
    void touch(DemoSession session) {
        ((ObjectNode) session.info().path("time")).put("updated", time.millis());
        publishSession(session, "session.updated");
    }

    void busy(DemoSession session) {
        status(session, Optional.of(JsonNodeFactory.instance.objectNode().put("type", "busy")));
    }

    void status(DemoSession session, Optional<ObjectNode> status) {
        session.status(status);
        ObjectNode properties = about(session);
        properties.set(
                "status",
                status.orElseGet(() -> JsonNodeFactory.instance.objectNode().put("type", "idle")));
        publish(session, "session.status", properties);
        if (status.isEmpty()) {
            publish(session, "session.idle", about(session));
        }
    }

    /** Deletes a session and all below it, even at work. */
    void delete(DemoSession session) {
        children(session).forEach(this::delete);
        session.actor().ifPresent(ScriptedAgent::abort);
        sessions.remove(session.id());
        publishSession(session, "session.deleted");
    }

    /** Removes a session from every listing; it cannot be restored. */
    void archive(DemoSession session, long at) {
        ((ObjectNode) session.info().path("time")).put("archived", at);
        publishSession(session, "session.updated");
        sessions.remove(session.id());
    }

    void publish(DemoSession session, String type, ObjectNode properties) {
        feed.send(session.directory(), type, properties);
    }

    ObjectNode about(DemoSession session) {
        return JsonNodeFactory.instance.objectNode().put("sessionID", session.id());
    }

    private void publishSession(DemoSession session, String type) {
        ObjectNode properties = about(session);
        properties.set("info", session.info());
        publish(session, type, properties);
    }
}
