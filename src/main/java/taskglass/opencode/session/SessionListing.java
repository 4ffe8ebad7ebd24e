package taskglass.opencode.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.opencode.wire.SessionWire;
import taskglass.task.Activity;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.Listing.Sessions;

/** Reads what a server reports about all its sessions in either API: the parts of a listing. */
public final class SessionListing {
    private final Http http;
    private final ServerId server;
    private final V2SessionIndex index;
    private final Supplier<Protocol> spoken;
    private final V2Runtime runtime;

    public SessionListing(Http http, ServerId server, V2SessionIndex index, Supplier<Protocol> spoken) {
        this.http = http;
        this.server = server;
        this.index = index;
        this.spoken = spoken;
        this.runtime = new V2Runtime(http, index);
    }

    /** Whether a session was running behind the V2 API at the last look. */
    public boolean works(String session) {
        return runtime.active().containsKey(session);
    }

    public SessionRepository repository() {
        return spoken.get().v1()
                ? new SessionRepositoryV1(http, server)
                : new SessionRepositoryV2(http, server, index.places());
    }

    /**
     * Returns all sessions of all directories, newest first; with {@code since} only those updated then or later. Each
     * page is passed on as soon as it arrives, so that thousands of sessions do not come all at once.
     */
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        // This comes first, so that whatever V1 changes meanwhile is not older than what this look finds.
        List<String> moved = new ArrayList<>(spoken.get().early() ? runtime.poll() : List.of());
        Sessions listed = repository().sessions(since, page -> pages.accept(dated(page)));
        if (!spoken.get().v1()) {
            moved.addAll(runtime.poll());
        }
        if (spoken.get().v2()) {
            moved.addAll(lookBack(listed));
        }
        Map<TaskKey, SessionInfo> found = new LinkedHashMap<>();
        dated(listed.found()).forEach(session -> found.put(session.key(), session));
        if (!spoken.get().v1()) {
            found.values().forEach(index::listed);
            runtime.active().keySet().stream()
                    .filter(id -> index.directory(id).isEmpty())
                    .forEach(moved::add);
        }
        for (String id : moved) {
            TaskKey key = new TaskKey(server, id);
            if (!found.containsKey(key)) {
                find(key).ifPresent(session -> found.put(key, session));
            }
        }
        return new Sessions(List.copyOf(found.values()), listed.all());
    }

    /** After a gap all sessions are listed, because one may have been running unnoticed. */
    private List<String> lookBack(Sessions listed) throws ServerTrouble {
        if (listed.all()) {
            runtime.doubt(listed.found().stream()
                    .filter(this::isUndated)
                    .map(session -> session.key().session())
                    .toList());
        }
        return runtime.lookBack();
    }

    /**
     * Whether the list does not report when the session last wrote: 1.18 lists a V2 session as updated when it was
     * created.
     */
    private boolean isUndated(SessionInfo session) {
        boolean never = session.times().updated().equals(session.times().created());
        return !spoken.get().v1() || never || index.has(session.key().session());
    }

    private List<SessionInfo> dated(List<SessionInfo> sessions) {
        return sessions.stream().map(index::dated).toList();
    }

    private Optional<SessionInfo> find(TaskKey key) throws ServerTrouble {
        try {
            SessionInfo session = repository().session(key, "");
            index.listed(session);
            return Optional.of(index.dated(session));
        } catch (ServerTrouble trouble) {
            if (trouble.trouble() instanceof Trouble.Refused) {
                return Optional.empty();
            }
            throw trouble;
        }
    }

    /** Returns the sessions running behind the V2 API, in any directory; empty if there are none. */
    public Optional<DirectoryActivity> doingsAnywhere() {
        return runtime.active().isEmpty() ? Optional.empty() : Optional.of(new DirectoryActivity("", runtime.active()));
    }

    /**
     * Returns the busy and retrying sessions of a directory. A session that is not named is idle, unless that list is
     * refused.
     */
    public DirectoryActivity activities(String directory) throws ServerTrouble {
        RequestLists lists = new RequestLists();
        Map<String, Activity> active = active(directory, lists);
        return new DirectoryActivity(directory, active, Optional.empty(), lists.refused());
    }

    private Map<String, Activity> active(String directory, RequestLists lists) throws ServerTrouble {
        Map<String, Activity> active = new LinkedHashMap<>(runtime.active());
        if (spoken.get().v1()) {
            lists.read(DirectoryList.STATUS, () -> http.get("/session/status", SessionApiV1.in(directory)))
                    .properties()
                    .forEach(entry -> active.put(entry.getKey(), SessionWire.activity(entry.getValue())));
        }
        return active;
    }

    /** Returns the same, with the permission requests and questions in that directory that wait for the user. */
    public DirectoryActivity doingsAndAsks(String directory) throws ServerTrouble {
        RequestLists lists = new RequestLists();
        Map<String, Activity> active = active(directory, lists);
        if (spoken.get().v1()) {
            Map<String, String> in = SessionApiV1.in(directory);
            lists.read(DirectoryList.PERMISSIONS, () -> http.get("/permission", in))
                    .forEach(lists::add);
            lists.read(DirectoryList.QUESTIONS, () -> http.get("/question", in)).forEach(lists::add);
        }
        if (spoken.get().v2()) {
            runtime.addAsks(directory, spoken.get().early(), lists);
        }
        return new DirectoryActivity(directory, active, Optional.of(lists.asks()), lists.refused());
    }
}
