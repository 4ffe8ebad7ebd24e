package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.wire.ChoicesWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.SavedPermission;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** The sessions of a server with the V1 API. In 1.18 they include those of its second runtime. */
record SessionRepositoryV1(Http http, ServerId server) implements SessionRepository {
    @Override
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        return new SessionPages(http, server, SessionPages.PER_PAGE).fetch(since, pages);
    }

    @Override
    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return SessionWire.session(server, http.get(SessionApiV1.path(key, ""), SessionApiV1.in(directory)));
    }

    @Override
    public SessionInfo create(LaunchRequest request) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("title", Launch.title(request.description()));
        request.family().parent().ifPresent(parent -> body.put("parentID", parent.session()));
        return SessionWire.session(server, http.post("/session", SessionApiV1.in(request.directory()), body));
    }

    /** Servers since 1.15 do not count a rename as an update. */
    @Override
    public SessionInfo rename(SessionInfo session, String title) throws ServerTrouble {
        return SessionWire.session(
                server, patch(session, Http.JSON.createObjectNode().put("title", title)));
    }

    /**
     * Removes the session from every listing. No version can undo this: none lists a session that was ever archived.
     */
    @Override
    public void archive(SessionInfo session, Instant at) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode();
        body.putObject("time").put("archived", at.toEpochMilli());
        patch(session, body);
    }

    private JsonNode patch(SessionInfo session, ObjectNode body) throws ServerTrouble {
        return http.patch(SessionApiV1.path(session.key(), ""), SessionApiV1.in(session.directory()), body);
    }

    @Override
    public void delete(SessionInfo session) throws ServerTrouble {
        http.delete(SessionApiV1.path(session.key(), ""), SessionApiV1.in(session.directory()));
    }

    @Override
    public LaunchChoices choices(String directory) throws ServerTrouble {
        Map<String, String> query = SessionApiV1.in(directory);
        return ChoicesWire.choices(
                http.get("/agent", query),
                http.get("/config/providers", query),
                http.get("/config", query),
                http.get("/path", query));
    }

    /** V1 keeps permissions in memory, and forgets them when the server is restarted. */
    @Override
    public List<SavedPermission> savedPermissions(String directory) {
        return List.of();
    }

    @Override
    public void revoke(SavedPermission permission, String directory) throws ServerTrouble {
        throw SessionApiV2.notPossible("OpenCode 1 stores no permissions; it forgets them when it is restarted.");
    }
}
