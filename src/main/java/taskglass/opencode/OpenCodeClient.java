package taskglass.opencode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.Listing.Doings;
import taskglass.task.Listing.Reading;
import taskglass.task.Listing.Sessions;
import taskglass.task.Question.Read;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;

/**
 * What a V1 server can be asked and told, one method each. Blocks, so never on the owner's thread; safe from any other.
 * A server is one process for many directories: each call about a session names the session's own.
 */
public final class OpenCodeClient {
    private static final int SESSIONS_PER_PAGE = 250;

    private final Endpoint endpoint;
    private final Http http;

    public OpenCodeClient(Endpoint endpoint, OkHttpClient client) {
        this.endpoint = endpoint;
        this.http = new Http(endpoint, client);
    }

    public ServerId server() {
        return endpoint.id();
    }

    /**
     * Makes sure that what answers is OpenCode, since an unknown path answers 200 with an HTML page there and any server
     * may answer JSON.
     *
     * @return the server's version
     */
    public String identify() throws ServerTrouble {
        JsonNode health = http.probe("/global/health");
        String version = health.path("version").asText();
        if (!health.path("healthy").isBoolean() || version.isEmpty()) {
            throw new ServerTrouble(new Trouble.NotOpenCode("JSON that is not OpenCode's"));
        }
        return version;
    }

    /**
     * All sessions of all directories, newest first; with {@code since} those updated then or later. Each page is handed
     * on as soon as it is there, so that thousands come as a stream and not as a lump.
     */
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        List<SessionInfo> found = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(SESSIONS_PER_PAGE)));
        since.ifPresent(from -> query.put("start", String.valueOf(from.toEpochMilli())));
        List<SessionInfo> page;
        do {
            page = page(query);
            found.addAll(page);
            pages.accept(page);
            // The cursor is the last session's time of update, exclusive.
            query.put(
                    "cursor",
                    page.isEmpty()
                            ? ""
                            : String.valueOf(page.getLast().updated().toEpochMilli()));
        } while (page.size() == SESSIONS_PER_PAGE);
        return new Sessions(found, since.isEmpty());
    }

    private List<SessionInfo> page(Map<String, String> query) throws ServerTrouble {
        List<SessionInfo> page = new ArrayList<>();
        http.get("/experimental/session", query).forEach(info -> page.add(SessionWire.session(server(), info)));
        return page;
    }

    /** Who in a directory is busy or retrying; whoever is not named is idle. */
    public Doings doings(String directory) throws ServerTrouble {
        Map<String, Activity> active = new LinkedHashMap<>();
        http.get("/session/status", in(directory))
                .properties()
                .forEach(entry -> active.put(entry.getKey(), SessionWire.activity(entry.getValue())));
        return new Doings(directory, active);
    }

    /** The same, with the permission requests and questions that wait there for a person. */
    public Doings doingsAndAsks(String directory) throws ServerTrouble {
        Doings doings = doings(directory);
        Map<String, Set<String>> asks = new HashMap<>();
        for (String kind : List.of("/permission", "/question")) {
            try {
                for (JsonNode ask : http.get(kind, in(directory))) {
                    asks.computeIfAbsent(ask.path("sessionID").asText(), id -> new HashSet<>())
                            .add(ask.path("id").asText());
                }
            } catch (ServerTrouble trouble) {
                if (!(trouble.trouble() instanceof Trouble.Refused)) {
                    throw trouble;
                }
                // 400 while some request lacks metadata: there is no list then, and what was heard stays.
                return doings;
            }
        }
        return new Doings(directory, doings.active(), Optional.of(asks));
    }

    /** Reads the newest messages of a session as far back as is asked. */
    public Reading read(Read read) throws ServerTrouble {
        return new RunReader(this, read).reading();
    }

    /** One page of messages, oldest first, and where the page before it begins ("" when there is none). */
    record Page(List<JsonNode> messages, String next) {}

    Page messages(SessionInfo session, int limit, String before) throws ServerTrouble {
        Map<String, String> query = new HashMap<>(in(session.directory()));
        query.put("limit", String.valueOf(limit));
        if (!before.isEmpty()) {
            query.put("before", before);
        }
        Http.Answer answer = http.getWithHeaders(path(session.key(), "/message"), query);
        List<JsonNode> messages = new ArrayList<>();
        answer.body().forEach(messages::add);
        return new Page(messages, answer.header("X-Next-Cursor"));
    }

    JsonNode message(SessionInfo session, String id) throws ServerTrouble {
        return http.get(path(session.key(), "/message/" + id), in(session.directory()));
    }

    /** What a launch in a directory may choose from; hidden agents are left out. */
    public LaunchChoices choices(String directory) throws ServerTrouble {
        Map<String, String> query = in(directory);
        return ChoicesWire.choices(
                http.get("/agent", query),
                http.get("/config/providers", query),
                http.get("/config", query),
                http.get("/path", query));
    }

    public SessionInfo createSession(LaunchRequest request) throws ServerTrouble {
        ObjectNode body = Http.JSON.createObjectNode();
        body.put("title", "Background: " + request.description());
        request.family().parent().ifPresent(parent -> body.put("parentID", parent.session()));
        return SessionWire.session(server(), http.post("/session", in(request.directory()), body));
    }

    /** Prompts a session without waiting for the answer; 204 means taken, not begun. */
    public void prompt(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        http.post(
                path(session.key(), "/prompt_async"),
                in(session.directory()),
                PromptWire.prompt(assignment, text, false));
    }

    /** Adds a message that no agent answers; returns once it is stored. */
    public void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        http.post(path(session.key(), "/message"), in(session.directory()), PromptWire.prompt(assignment, text, true));
    }

    /** Whether one of the session's newest messages holds these words: the way to find out what became of a request. */
    public boolean hasMessageWith(SessionInfo session, String words) throws ServerTrouble {
        return messages(session, 20, "").messages().stream()
                .flatMap(message -> message.findValuesAsText("text").stream())
                .anyMatch(text -> text.contains(words));
    }

    /** Asks the server to stop a session. It answers true for any id, so only what is seen afterwards counts. */
    public void abort(SessionInfo session) throws ServerTrouble {
        http.post(path(session.key(), "/abort"), in(session.directory()), Http.JSON.createObjectNode());
    }

    public void delete(SessionInfo session) throws ServerTrouble {
        http.delete(path(session.key(), ""), in(session.directory()));
    }

    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return SessionWire.session(server(), http.get(path(key, ""), in(directory)));
    }

    /** Opens the event stream over all directories; whoever takes the response closes it. */
    Request events() throws ServerTrouble {
        return http.request("/global/event", Map.of())
                .header("Accept", "text/event-stream")
                .build();
    }

    void checkEvents(Response response) throws ServerTrouble {
        http.checkAuthorised(response);
        if (!response.isSuccessful()) {
            throw new ServerTrouble(new Trouble.Refused(response.code(), response.message()));
        }
        String type = response.header("Content-Type", "nothing");
        if (!type.startsWith("text/event-stream")) {
            throw new ServerTrouble(new Trouble.NotOpenCode(type));
        }
    }

    private static String path(TaskKey key, String rest) {
        String id = new HttpUrl.Builder()
                .scheme("http")
                .host("localhost")
                .addPathSegment(key.session())
                .build()
                .encodedPath();
        return "/session" + id + rest;
    }

    private static Map<String, String> in(String directory) {
        return directory.isEmpty() ? Map.of() : Map.of("directory", directory);
    }
}
