package taskglass.opencode.session;

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
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Data;
import taskglass.opencode.v2.V2MessageOrder;
import taskglass.opencode.wire.ChoicesWire;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.Launch;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.SavedPermission;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SessionInfo.ReportedEnd;
import taskglass.task.status.Listing.Sessions;

/** The sessions of a 2.x server, which has only the V2 API. */
record SessionRepositoryV2(Http http, ServerId server, V2MessageOrder places) implements SessionRepository {
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
                SessionInfo session = session(info);
                boolean isNew = seen.put(session.key(), session) == null;
                boolean wanted = from.filter(moved(session)::isBefore).isEmpty();
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

    /** That it came to rest is no update of it. */
    private static Instant moved(SessionInfo session) {
        return session.times()
                .rest()
                .map(ReportedEnd::since)
                .filter(session.updated()::isBefore)
                .orElseGet(session::updated);
    }

    /** From which message on all is undone stands there by the server's id, and here by the message's place. */
    private SessionInfo session(JsonNode info) throws ServerTrouble {
        SessionInfo session = SessionWire.session(server, info);
        return session.undone().isEmpty() ? session : session.undone(place(session.key(), session.undone()));
    }

    /** One that nobody has told yet costs a request, once; one that is gone is "". */
    private String place(TaskKey key, String message) throws ServerTrouble {
        Optional<String> known = places.known(key.session(), message);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            JsonNode created =
                    http.get(path(key) + "/message/" + message, Map.of()).at("/data/time/created");
            return places.of(key.session(), message, V2Data.millis(created).asLong());
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.Refused) {
                return "";
            }
            throw trouble;
        }
    }

    @Override
    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return session(http.get(path(key), Map.of()).path("data"));
    }

    @Override
    public SessionInfo create(LaunchRequest request) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("title", Launch.title(request.description()));
        request.family().parent().ifPresent(parent -> body.put("parentID", parent.session()));
        request.assignment().agent().ifPresent(agent -> body.put("agent", agent));
        request.assignment().model().ifPresent(model -> body.set("model", SessionApiV2.model(model)));
        if (!request.directory().isEmpty()) {
            body.putObject("location").put("directory", request.directory());
        }
        SessionInfo session = session(http.post("/api/session", Map.of(), body).path("data"));
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
        throw SessionApiV2.notPossible("OpenCode 2 has no archive; delete the session, or leave it.");
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
        return "/api" + SessionApiV1.path(key, "");
    }
}
