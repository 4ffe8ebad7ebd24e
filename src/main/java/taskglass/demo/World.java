package taskglass.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All sessions of the server. Every event about them is sent from here. */
final class World {
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Ids ids = new Ids();
    private final Asks asks = new Asks(this);
    private final Timetable time;
    private final Feed feed;

    World(Timetable time, Feed feed) {
        this.time = time;
        this.feed = feed;
    }

    Timetable time() {
        return time;
    }

    Feed feed() {
        return feed;
    }

    Asks asks() {
        return asks;
    }

    String id(String kind) {
        return ids.next(kind);
    }

    Session create(String title, String directory, Optional<String> parent) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("id", ids.next("ses")).put("slug", "demo").put("version", Catalogue.VERSION);
        info.put("projectID", "global").put("directory", directory).put("title", title);
        parent.ifPresent(id -> info.put("parentID", id));
        info.putObject("time").put("created", time.millis()).put("updated", time.millis());
        Session session = new Session(info);
        sessions.put(session.id(), session);
        tellOf(session, "session.created");
        return session;
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** Newest first, the order of listings. */
    List<Session> newestFirst() {
        return sessions.values().stream()
                .sorted(Comparator.comparingLong(Session::updated)
                        .thenComparing(Session::id)
                        .reversed())
                .toList();
    }

    List<Session> in(String directory) {
        return sessions.values().stream()
                .filter(session -> directory.isEmpty() || session.directory().equals(directory))
                .toList();
    }

    List<Session> children(Session parent) {
        return sessions.values().stream()
                .filter(session -> session.parent().equals(Optional.of(parent.id())))
                .toList();
    }

    /** Marks a session as changed now, and sends the event. */
    void touch(Session session) {
        ((ObjectNode) session.info().path("time")).put("updated", time.millis());
        tellOf(session, "session.updated");
    }

    void busy(Session session) {
        status(session, Optional.of(JsonNodeFactory.instance.objectNode().put("type", "busy")));
    }

    void status(Session session, Optional<ObjectNode> status) {
        session.status(status);
        ObjectNode properties = about(session);
        properties.set(
                "status",
                status.orElseGet(() -> JsonNodeFactory.instance.objectNode().put("type", "idle")));
        tell(session, "session.status", properties);
        if (status.isEmpty()) {
            tell(session, "session.idle", about(session));
        }
    }

    /** Deletes a session and all below it, even at work. */
    void delete(Session session) {
        children(session).forEach(this::delete);
        session.actor().ifPresent(Actor::abort);
        sessions.remove(session.id());
        tellOf(session, "session.deleted");
    }

    /** Removes a session from every listing; it cannot be restored. */
    void archive(Session session, long at) {
        ((ObjectNode) session.info().path("time")).put("archived", at);
        tellOf(session, "session.updated");
        sessions.remove(session.id());
    }

    void tell(Session session, String type, ObjectNode properties) {
        feed.send(session.directory(), type, properties);
    }

    ObjectNode about(Session session) {
        return JsonNodeFactory.instance.objectNode().put("sessionID", session.id());
    }

    private void tellOf(Session session, String type) {
        ObjectNode properties = about(session);
        properties.set("info", session.info());
        tell(session, type, properties);
    }
}
