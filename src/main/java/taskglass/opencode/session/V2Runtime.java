package taskglass.opencode.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Requests;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Activity;
import taskglass.task.Trouble;
import taskglass.task.status.Listing.DirectoryList;

/**
 * Reads what the sessions in a server's V2 API are doing. One request covers all directories of a server, so each look
 * serves a whole poll. Used by one thread at a time.
 */
final class V2Runtime {
    /** How many sessions each poll checks after a gap until all have been checked, one request each. */
    private static final int LOOKED_AT = 50;

    private final Http http;
    private final V2SessionIndex index;
    private final Deque<String> doubted = new ArrayDeque<>();
    private volatile Map<String, Activity> active = Map.of();

    V2Runtime(Http http, V2SessionIndex index) {
        this.http = http;
        this.index = index;
    }

    /** The sessions that were running at the last look. */
    Map<String, Activity> active() {
        return active;
    }

    /**
     * Reads which sessions are running, and the newest message of each that is or was.
     *
     * @return those that have written since the look before
     */
    List<String> poll() throws ServerTrouble {
        Set<String> doubtful = new HashSet<>(active.keySet());
        Map<String, Activity> now = new LinkedHashMap<>();
        http.get("/api/session/active", Map.of())
                .path("data")
                .properties()
                .forEach(entry -> now.put(entry.getKey(), Activity.busy()));
        now.keySet().forEach(index::works);
        doubtful.addAll(now.keySet());
        List<String> moved = new ArrayList<>();
        for (String session : doubtful) {
            JsonNode newest = newest(session);
            now.computeIfPresent(session, (id, busy) -> activity(newest));
            if (index.wrote(session, written(newest))) {
                moved.add(session);
            }
        }
        active = Map.copyOf(now);
        return moved;
    }

    /** After a gap any of these may have been running unnoticed, and no list shows when one last wrote. */
    void doubt(List<String> sessions) {
        Set<String> all = new LinkedHashSet<>(index.lately());
        all.addAll(sessions);
        doubted.clear();
        doubted.addAll(all);
    }

    /** Reads the newest message of some of the sessions in doubt. Returns those that have written. */
    List<String> lookBack() throws ServerTrouble {
        List<String> moved = new ArrayList<>();
        for (int read = 0; read < LOOKED_AT && !doubted.isEmpty(); read++) {
            String session = doubted.element();
            JsonNode newest = newest(session);
            if (newest.isObject()) {
                index.add(session);
                if (index.wrote(session, written(newest))) {
                    moved.add(session);
                }
            }
            doubted.remove();
        }
        return moved;
    }

    /**
     * Adds the permission requests and questions that wait in a directory, by session. 2.x starts a directory's project
     * when the directory is queried, so each running session is queried for its own. Requests of MCP servers, however,
     * are only in the lists of directories. Those are queried where a session is running.
     */
    void addAsks(String directory, boolean early, RequestLists lists) throws ServerTrouble {
        if (early) {
            addEarlyAsks(directory, lists);
            return;
        }
        List<String> here = active.keySet().stream()
                .filter(session -> index.directory(session).equals(directory))
                .toList();
        for (String session : here) {
            add(lists, DirectoryList.PERMISSIONS, "/api/session/" + session + "/permission", Map.of());
            add(lists, DirectoryList.QUESTIONS, "/api/session/" + session + "/form", Map.of());
        }
        if (!here.isEmpty()) {
            addNobodys(directory, here.getFirst(), lists);
        }
    }

    private void addEarlyAsks(String directory, RequestLists lists) throws ServerTrouble {
        if (!active.isEmpty()) {
            Map<String, String> query = SessionRepositoryV2.in(directory);
            add(lists, DirectoryList.PERMISSIONS, "/api/permission/request", query);
            add(lists, DirectoryList.QUESTIONS, "/api/question/request", query);
        }
    }

    private void addNobodys(String directory, String session, RequestLists lists) throws ServerTrouble {
        JsonNode forms =
                lists.read(DirectoryList.QUESTIONS, () -> list("/api/form", SessionRepositoryV2.in(directory)));
        JsonNode all = forms.isMissingNode()
                ? lists.read(
                        DirectoryList.QUESTIONS, () -> list("/api/form/request", SessionRepositoryV2.in(directory)))
                : forms;
        all.path("data")
                .valueStream()
                .filter(V2Requests::isNobodys)
                .map(form -> V2Requests.of(form, session))
                .map(V2Requests::asV1)
                .forEach(lists::add);
    }

    private void add(RequestLists lists, DirectoryList list, String path, Map<String, String> query)
            throws ServerTrouble {
        lists.read(list, () -> list(path, query)).path("data").forEach(request -> lists.add(V2Requests.asV1(request)));
    }

    /** Missing if there is no such list: the session is gone meanwhile, or this release uses another path. */
    private JsonNode list(String path, Map<String, String> query) throws ServerTrouble {
        try {
            return http.get(path, query);
        } catch (ServerTrouble trouble) {
            if (trouble.notFound()) {
                return Http.JSON.missingNode();
            }
            throw trouble;
        }
    }

    /** A missing node if there is no message, the session is gone meanwhile, or its server cannot read it. */
    private JsonNode newest(String session) throws ServerTrouble {
        try {
            Map<String, String> query = new HashMap<>(Map.of("limit", "1", "order", "desc"));
            return http.get("/api/session/" + session + "/message", query).at("/data/0");
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.Refused) {
                return Http.JSON.missingNode();
            }
            throw trouble;
        }
    }

    private static Instant written(JsonNode message) {
        JsonNode completed = message.at("/time/completed");
        return SessionWire.time(completed.isNumber() ? completed : message.at("/time/created"));
    }

    /** 2.x keeps the next try in the message that waits for it. */
    private static Activity activity(JsonNode newest) {
        JsonNode retry = newest.path("retry");
        return retry.isObject() && !newest.at("/time/completed").isNumber()
                ? new Activity.Retrying(
                        retry.path("attempt").asInt(),
                        retry.at("/error/message").asText(),
                        SessionWire.time(retry.path("at")))
                : Activity.busy();
    }
}
