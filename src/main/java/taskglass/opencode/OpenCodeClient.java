package taskglass.opencode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.http.WireIds;
import taskglass.opencode.session.LastPrompt;
import taskglass.opencode.session.Protocol;
import taskglass.opencode.session.SessionApi;
import taskglass.opencode.session.SessionApis;
import taskglass.opencode.session.SessionListing;
import taskglass.opencode.session.TranscriptReader;
import taskglass.opencode.v2.V2Ends;
import taskglass.opencode.v2.V2Log;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.request.SavedPermission;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.DirectoryActivity;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.ListingRequest.Read;

/**
 * The requests that a server accepts, one method each, whichever of OpenCode's two APIs a session uses. Blocks, so it
 * must not be called on the store's thread. Thread-safe otherwise.
 */
public final class OpenCodeClient {
    private final Endpoint endpoint;
    private final Http http;
    private final V2SessionIndex index = new V2SessionIndex();
    private final SessionListing sessionListing;
    private final SessionApis apis;

    public OpenCodeClient(Endpoint endpoint, OkHttpClient client) {
        this.endpoint = endpoint;
        this.http = new Http(endpoint, client);
        this.sessionListing = new SessionListing(http, endpoint.id(), index, this::protocol);
        this.apis = new SessionApis(http, index, new V2Ends(new V2Log(http), sessionListing::works));
    }

    public ServerId server() {
        return endpoint.id();
    }

    /** Checks that the server is OpenCode that can be watched, and which APIs it supports. Returns its version. */
    public String identify() throws ServerTrouble {
        return apis.identify().version();
    }

    private Protocol protocol() {
        return apis.protocol();
    }

    /** The version that the server last reported; empty before that. */
    public Optional<String> version() {
        return Optional.of(protocol().version()).filter(version -> !version.isEmpty());
    }

    /** How long the last request waited for its answer; empty until one was answered. */
    public Optional<Duration> latency() {
        return http.latency();
    }

    V2SessionIndex known() {
        return index;
    }

    /** The filter for the ids in a server's answers. */
    public WireIds ids() {
        return http.ids();
    }

    SessionApi sessionApi(SessionInfo session) {
        return apis.of(session);
    }

    /**
     * Returns all sessions of all directories, newest first; with {@code since} only those updated then or later. Each
     * page is passed on as soon as it arrives, so that thousands of sessions do not come all at once.
     */
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        try {
            return sessionListing.sessions(since, pages);
        } catch (ServerTrouble trouble) {
            throw apis.explained(trouble);
        }
    }

    /** Returns the sessions running behind the V2 API, in any directory; empty if there are none. */
    public Optional<DirectoryActivity> doingsAnywhere() {
        return sessionListing.doingsAnywhere();
    }

    /** Returns the busy and retrying sessions of a directory. A session that is not named is idle. */
    public DirectoryActivity activities(String directory) throws ServerTrouble {
        return sessionListing.activities(directory);
    }

    /** Returns the same, with the permission requests and questions in that directory that wait for the user. */
    public DirectoryActivity doingsAndAsks(String directory) throws ServerTrouble {
        return sessionListing.doingsAndAsks(directory);
    }

    /** Reads the newest messages of a session as far back as requested. */
    public Reading read(Read read) throws ServerTrouble {
        return apis.read(read);
    }

    /** Returns the choices for a launch in a directory. Hidden agents are left out. */
    public LaunchChoices choices(String directory) throws ServerTrouble {
        return sessionListing.repository().choices(directory);
    }

    /** Whether the first choices for a directory may be empty, because the server loads it after answering. */
    public boolean loadsLater() {
        return !protocol().v1();
    }

    /** Whether permanent permissions are stored and survive a restart of the server. */
    public boolean storesPermissions() {
        return !protocol().v1();
    }

    /** Returns what was permanently allowed in a directory's project. Makes the server load the project. */
    public List<SavedPermission> savedPermissions(String directory) throws ServerTrouble {
        return sessionListing.repository().savedPermissions(directory);
    }

    /** Revokes a permission: from now on agents of the directory's project ask again. */
    public void revoke(SavedPermission permission, String directory) throws ServerTrouble {
        sessionListing.repository().revoke(permission, directory);
    }

    public SessionInfo createSession(LaunchRequest request) throws ServerTrouble {
        return sessionListing.repository().create(request);
    }

    /** Prompts a session without waiting for the answer. An accepted prompt does not mean that work has begun. */
    public void prompt(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        sessionApi(session).prompt(session, assignment, text);
    }

    /** Prompts a session with a way of delivery. A server that does not support it delivers as usual. */
    public void prompt(SessionInfo session, Assignment assignment, String text, PromptDelivery promptDelivery)
            throws ServerTrouble {
        sessionApi(session).prompt(session, assignment, text, promptDelivery);
    }

    /** Whether a prompt to a running session can be delivered either with its next step or after the run. */
    public boolean knowsDelivery() {
        return !protocol().v1();
    }

    /** Returns the queued prompts of a session, as far as its server reports them. */
    public List<QueuedPrompt> waiting(SessionInfo session) throws ServerTrouble {
        return sessionApi(session).waiting(session);
    }

    /** Removes a prompt from the session's queue. */
    public void drop(SessionInfo session, String prompt) throws ServerTrouble {
        sessionApi(session).drop(session, prompt);
    }

    /** Returns the prompt that the newest message is or answers. The server keeps it with its agent and model. */
    public LastPrompt lastPrompt(SessionInfo session) throws ServerTrouble {
        return LastPrompt.of(sessionApi(session), session);
    }

    /** Sends a prompt again, unchanged. */
    public void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble {
        sessionApi(session).prompt(session, again);
    }

    /** Adds a message that no agent answers. Returns once it is stored. */
    public void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        sessionApi(session).note(session, assignment, text);
    }

    /** Whether one of the newest messages contains this text: the way to find out what became of a request. */
    public boolean hasMessageWith(SessionInfo session, String text) throws ServerTrouble {
        return sessionApi(session).messages(session, 20, "").messages().stream()
                .flatMap(message -> message.findValuesAsText("text").stream())
                .anyMatch(part -> part.contains(text));
    }

    /** Asks the server to stop a session. Returns the queued prompts dropped with it. What is seen after it counts. */
    public List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble {
        return sessionApi(session).abort(session);
    }

    /** Changes the session's title. */
    public SessionInfo rename(SessionInfo session, String title) throws ServerTrouble {
        return index.dated(sessionListing.repository().rename(session, title));
    }

    /** Removes the session from every listing. */
    public void archive(SessionInfo session, Instant at) throws ServerTrouble {
        sessionListing.repository().archive(session, at);
    }

    /** Deletes the session and all its descendants. */
    public void delete(SessionInfo session) throws ServerTrouble {
        sessionListing.repository().delete(session);
    }

    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return index.dated(sessionListing.repository().session(key, directory));
    }

    /** Returns a reader for everything that one session has written. */
    public TranscriptReader transcript(SessionInfo session) {
        return new TranscriptReader(() -> sessionApi(session), session);
    }

    /** Answers a request of a session. */
    public void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble {
        sessionApi(session).answer(session, request, answer);
    }

    EventRequests eventRequests() {
        return new EventRequests(http, apis);
    }
}
