package taskglass.opencode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import taskglass.task.Answer;
import taskglass.task.Assignment;
import taskglass.task.Delivery;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.Listing.Doings;
import taskglass.task.Listing.Reading;
import taskglass.task.Listing.Sessions;
import taskglass.task.Question.Read;
import taskglass.task.QueuedPrompt;
import taskglass.task.SavedPermission;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/**
 * What a server can be asked and told, one method each, whichever of OpenCode's two APIs a session lives behind. Blocks,
 * so never on the owner's thread; safe from any other.
 */
public final class OpenCodeClient {
    private final Endpoint endpoint;
    private final Http http;
    private final V2Known known = new V2Known();
    private final Survey survey;
    private final Dialects dialects;

    public OpenCodeClient(Endpoint endpoint, OkHttpClient client) {
        this.endpoint = endpoint;
        this.http = new Http(endpoint, client);
        this.survey = new Survey(http, endpoint.id(), known, this::spoken);
        this.dialects = new Dialects(http, known, new V2Ends(new V2Log(http), survey::works));
    }

    public ServerId server() {
        return endpoint.id();
    }

    /**
     * Makes sure that what answers is OpenCode, and one that can be watched; learns which of its APIs it speaks.
     *
     * @return the server's version
     */
    public String identify() throws ServerTrouble {
        return dialects.identify().version();
    }

    private Spoken spoken() {
        return dialects.spoken();
    }

    /** As it last said; empty until it has. */
    public Optional<String> version() {
        return Optional.of(spoken().version()).filter(version -> !version.isEmpty());
    }

    /** How long the last request waited for its answer; empty until one was answered. */
    public Optional<Duration> latency() {
        return http.latency();
    }

    V2Known known() {
        return known;
    }

    /** What of a server's items is let in. */
    public WireIds ids() {
        return http.ids();
    }

    Dialect dialect(SessionInfo session) {
        return dialects.of(session);
    }

    /**
     * All sessions of all directories, newest first; with {@code since} those updated then or later. Each page is handed
     * on as soon as it is there, so that thousands come as a stream and not as a lump.
     */
    public Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble {
        try {
            return survey.sessions(since, pages);
        } catch (ServerTrouble trouble) {
            throw dialects.explained(trouble);
        }
    }

    /** Who works behind the V2 API, wherever that is; empty where nobody does. */
    public Optional<Doings> doingsAnywhere() {
        return survey.doingsAnywhere();
    }

    /** Who in a directory is busy or retrying; whoever is not named is idle. */
    public Doings doings(String directory) throws ServerTrouble {
        return survey.doings(directory);
    }

    /** The same, with the permission requests and questions that wait there for a person. */
    public Doings doingsAndAsks(String directory) throws ServerTrouble {
        return survey.doingsAndAsks(directory);
    }

    /** Reads the newest messages of a session as far back as is asked. */
    public Reading read(Read read) throws ServerTrouble {
        return dialects.read(read);
    }

    /** What a launch in a directory may choose from; hidden agents are left out. */
    public LaunchChoices choices(String directory) throws ServerTrouble {
        return survey.registry().choices(directory);
    }

    /** Whether the first choices for a directory may be empty, since the server loads it behind its answer. */
    public boolean loadsLater() {
        return !spoken().v1();
    }

    /** Whether what is allowed for good is stored, and stays when the server is restarted. */
    public boolean storesPermissions() {
        return !spoken().v1();
    }

    /** What was allowed for good in a directory's project; makes the server load that. */
    public List<SavedPermission> savedPermissions(String directory) throws ServerTrouble {
        return survey.registry().savedPermissions(directory);
    }

    /** From now on agents of the directory's project ask for that again. */
    public void revoke(SavedPermission permission, String directory) throws ServerTrouble {
        survey.registry().revoke(permission, directory);
    }

    public SessionInfo createSession(LaunchRequest request) throws ServerTrouble {
        return survey.registry().create(request);
    }

    /** Prompts a session without waiting for the answer; that it is taken does not mean that it has begun. */
    public void prompt(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        dialect(session).prompt(session, assignment, text);
    }

    /** The same, delivered then; whoever does not know that does as always. */
    public void prompt(SessionInfo session, Assignment assignment, String text, Delivery delivery)
            throws ServerTrouble {
        dialect(session).prompt(session, assignment, text, delivery);
    }

    /** Whether a prompt to a session at work may be delivered with its next step or after it, as one likes. */
    public boolean knowsDelivery() {
        return !spoken().v1();
    }

    /** The prompts that wait in a session, as far as its server tells. */
    public List<QueuedPrompt> waiting(SessionInfo session) throws ServerTrouble {
        return dialect(session).waiting(session);
    }

    /** Takes a prompt out of the session's line. */
    public void drop(SessionInfo session, String prompt) throws ServerTrouble {
        dialect(session).drop(session, prompt);
    }

    /** The prompt that the session's newest message is or answers; the server keeps it with its agent and model. */
    public LastPrompt lastPrompt(SessionInfo session) throws ServerTrouble {
        return LastPrompt.of(dialect(session), session);
    }

    /** Sends a prompt again, as it was. */
    public void prompt(SessionInfo session, LastPrompt again) throws ServerTrouble {
        dialect(session).prompt(session, again);
    }

    /** Adds a message that no agent answers; returns once it is stored. */
    public void note(SessionInfo session, Assignment assignment, String text) throws ServerTrouble {
        dialect(session).note(session, assignment, text);
    }

    /** Whether one of the session's newest messages holds these words: the way to find out what became of a request. */
    public boolean hasMessageWith(SessionInfo session, String words) throws ServerTrouble {
        return dialect(session).messages(session, 20, "").messages().stream()
                .flatMap(message -> message.findValuesAsText("text").stream())
                .anyMatch(text -> text.contains(words));
    }

    /**
     * Asks the server to stop a session; only what is seen afterwards counts.
     *
     * @return the prompts that waited in its line and were dropped with it
     */
    public List<QueuedPrompt> abort(SessionInfo session) throws ServerTrouble {
        return dialect(session).abort(session);
    }

    /** Gives the session another title. */
    public SessionInfo rename(SessionInfo session, String title) throws ServerTrouble {
        return known.dated(survey.registry().rename(session, title));
    }

    /** Takes the session out of every listing. */
    public void archive(SessionInfo session, Instant at) throws ServerTrouble {
        survey.registry().archive(session, at);
    }

    /** Deletes the session and all below it. */
    public void delete(SessionInfo session) throws ServerTrouble {
        survey.registry().delete(session);
    }

    public SessionInfo session(TaskKey key, String directory) throws ServerTrouble {
        return known.dated(survey.registry().session(key, directory));
    }

    /** What one session has written, for whoever looks at it. */
    public TranscriptReader transcript(SessionInfo session) {
        return new TranscriptReader(() -> dialect(session), session);
    }

    /** Answers a request of a session. */
    public void answer(SessionInfo session, String request, Answer answer) throws ServerTrouble {
        dialect(session).answer(session, request, answer);
    }

    /** Opens the event stream over all directories; whoever takes the response closes it. */
    Request events() throws ServerTrouble {
        return http.request(spoken().v1() ? "/global/event" : "/api/event", Map.of())
                .header("Accept", "text/event-stream")
                .build();
    }

    void checkEvents(Response response) throws ServerTrouble {
        http.checkEvents(response);
    }

    /** What a session's durable log holds after the event of that number, as the stream would have sent it. */
    List<String> log(String session, long seq) throws IOException {
        return new V2Log(http).after(session, seq, spoken().early());
    }
}
