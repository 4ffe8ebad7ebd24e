package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.task.Launch;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.Listing.Sessions;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** The sessions of a 2.x server, which has only the V2 API. */
record RegistryV2(Http http, ServerId server) implements Registry {
    private static final String SAVED = "/api/permission/saved";
    private static final String PER_PAGE = "200";

    /** How much older than the newest seen update an update may be that has not been seen. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /**
     * The list is ordered by creation, newest first, and an update does not move a session. Updated sessions are
     * therefore looked for on the first page only. An older session that is running shows up as active.
     */
    @Override
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        Optional<Instant> from = since.map(time -> time.minus(MARGIN));
        Map<TaskKey, SessionInfo> seen = new LinkedHashMap<>();
        List<SessionInfo> found = new ArrayList<>();
        Map<String, String> query = Map.of("limit", PER_PAGE, "order", "desc");
        String next;
        do {
            JsonNode page = http.get("/api/session", query);
            int before = seen.size();
            List<SessionInfo> fresh = new ArrayList<>();
            for (JsonNode info : page.path("data")) {
                SessionInfo session = SessionWire.session(server, info);
                boolean isNew = seen.put(session.key(), session) == null;
                boolean wanted = from.filter(session.updated()::isBefore).isEmpty();
                if (isNew && wanted && !info.at("/time/archived").isNumber()) {
                    fresh.add(session);
                }
            }
            found.addAll(fresh);
            pages.accept(fresh);
            // The last page has a cursor, too, and a server may return less than a full page.
            next = seen.size() > before
                    ? SessionWire.text(page.at("/cursor/next")).orElse("")
                    : "";
            query = Map.of("limit", PER_PAGE, "cursor", next);
        } while (!next.isEmpty() && since.isEmpty());
        return new Sessions(List.copyOf(found), since.isEmpty());
    }

    @Override
    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return SessionWire.session(server, http.get(path(key), Map.of()).path("data"));
    }

    @Override
    public SessionInfo create(LaunchRequest request) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("title", Launch.title(request.description()));
        request.family().parent().ifPresent(parent -> body.put("parentID", parent.session()));
        request.assignment().agent().ifPresent(agent -> body.put("agent", agent));
        request.assignment().model().ifPresent(model -> body.set("model", DialectV2.model(model)));
        if (!request.directory().isEmpty()) {
            body.putObject("location").put("directory", request.directory());
        }
        SessionInfo session = SessionWire.session(
                server, http.post("/api/session", Map.of(), body).path("data"));
        return named(session, body.path("title").asText());
    }

    /** Servers of July create a session and silently drop its title. */
    private SessionInfo named(SessionInfo session, String title) {
        try {
            return session.title().equals(title) ? session : rename(session, title);
        } catch (ServerTrouble withoutName) {
            return session;
        }
    }

    @Override
    public SessionInfo rename(SessionInfo session, String title) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode().put("title", title);
        try {
            http.patch(path(session.key()), Map.of(), body);
        } catch (ServerTrouble trouble) {
            if (!trouble.notFound()) {
                throw trouble;
            }
            // The request that servers of July expect.
            http.post(path(session.key()) + "/rename", Map.of(), body);
        }
        return session(session.key(), session.directory());
    }

    @Override
    public void archive(SessionInfo session, Instant at) throws ServerTrouble {
        throw DialectV2.notPossible("OpenCode 2 has no archive; delete the session, or leave it.");
    }

    @Override
    public void delete(SessionInfo session) throws ServerTrouble {
        http.delete(path(session.key()), Map.of());
    }

    /** Provider data that comes with the models, such as keys, is not read. */
    @Override
    public LaunchChoices choices(String directory) throws ServerTrouble {
        Map<String, String> query = in(directory);
        return ChoicesWire.choicesV2(http.get("/api/agent", query), http.get("/api/model", query));
    }

    @Override
    public List<SavedPermission> savedPermissions(String directory) throws ServerTrouble {
        return http.get(SAVED, in(directory))
                .path("data")
                .valueStream()
                .map(rule -> new SavedPermission(
                        rule.path("id").asText(),
                        rule.path("projectID").asText(),
                        rule.path("action").asText(),
                        rule.path("resource").asText(),
                        Optional.of(rule.at("/time/created"))
                                .filter(JsonNode::isNumber)
                                .map(SessionWire::time)))
                .toList();
    }

    @Override
    public void revoke(SavedPermission permission, String directory) throws ServerTrouble {
        http.delete(SAVED + "/" + permission.id(), in(directory));
    }

    static Map<String, String> in(String directory) {
        return directory.isEmpty() ? Map.of() : Map.of("location[directory]", directory);
    }

    private static String path(TaskKey key) {
        return "/api" + DialectV1.path(key, "");
    }
}
