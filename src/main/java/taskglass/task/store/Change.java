package taskglass.task.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Launch;
import taskglass.task.request.RemovalState;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.CancelState;
import taskglass.task.status.EndEvidence;
import taskglass.task.status.Listing;

/** Everything that can change the store. Polls, stream events, clicks and commands all become one of these. */
public sealed interface Change {
    /** The event stream reported a fact. */
    record Heard(TaskKey key, Instant at, Fact fact) implements Change {}

    /** A poll returned. */
    record Listed(Listing listing) implements Change {}

    /** The latest run of one session was read outside the polls, asked for at that store revision. */
    record Read(Listing.Reading reading, long asked) implements Change {}

    /** A page of a listing that is still in progress. */
    record Found(ServerId server, List<SessionInfo> sessions) implements Change {}

    record ListingFailed(ServerId server, Trouble trouble) implements Change {}

    /** The event stream was opened. Only a listing can show what happened before. */
    record StreamOpened(ServerId server) implements Change {}

    record StreamLost(ServerId server) implements Change {}

    /**
     * A server that was started from here has ended.
     *
     * @param lastLines the last lines that it printed
     * @param stopped whether the user stopped it
     */
    record ServerEnded(ServerId server, List<String> lastLines, boolean stopped) implements Change {
        /** Creates the change for a server that ended by itself. */
        public ServerEnded(ServerId server, List<String> lastLines) {
            this(server, lastLines, false);
        }
    }

    /** The OpenCode processes of this user on this machine, as found by a scan. */
    record Processes(List<LocalProcess> found) implements Change {}

    /** A server is no longer watched. Everything known about it is removed. */
    record Forgotten(ServerId server) implements Change {}

    /** A session was created and prompted from here. */
    record Launched(SessionInfo session, Launch launch) implements Change {}

    /** A session that was created from here is gone again because its prompt was refused. */
    record Withdrawn(TaskKey key) implements Change {}

    /** A task whose tool calls are not all known has come into view. */
    record LookedAt(TaskKey key) implements Change {}

    /** The user has requested the removal of a task, or has taken that back. */
    record Parts(TaskKey key, RemovalState how) implements Change {}

    record CancelAsked(TaskKey key, Instant at) implements Change {}

    /** What was written down about the end of a run that its server does not tell. */
    record Recalled(TaskKey key, EndEvidence.Remembered end) implements Change {}

    /** The state of a cancel request has changed. */
    record CancelStands(TaskKey key, CancelState now) implements Change {}

    /** The state of the user's answer to a request has changed. */
    record AnswerStands(TaskKey key, String request, AnswerState now) implements Change {}

    /** The server that the change is about, if it is about one. */
    default Optional<ServerId> about() {
        return switch (this) {
            case Heard(TaskKey key, var at, var fact) -> Optional.of(key.server());
            case Listed(Listing listing) -> Optional.of(listing.question().server());
            case Found(ServerId server, var sessions) -> Optional.of(server);
            case ListingFailed(ServerId server, var trouble) -> Optional.of(server);
            case StreamOpened(ServerId server) -> Optional.of(server);
            case StreamLost(ServerId server) -> Optional.of(server);
            case ServerEnded(ServerId server, var lines, var stopped) -> Optional.of(server);
            case Processes(var found) -> Optional.empty();
            case Read(Listing.Reading reading, var asked) ->
                Optional.of(reading.key().server());
            case Forgotten(ServerId server) -> Optional.of(server);
            case Launched(SessionInfo session, var launch) ->
                Optional.of(session.key().server());
            case Withdrawn(TaskKey key) -> Optional.of(key.server());
            case LookedAt(TaskKey key) -> Optional.of(key.server());
            case Parts(TaskKey key, var how) -> Optional.of(key.server());
            case CancelAsked(TaskKey key, var at) -> Optional.of(key.server());
            case Recalled(TaskKey key, var end) -> Optional.of(key.server());
            case CancelStands(TaskKey key, var now) -> Optional.of(key.server());
            case AnswerStands(TaskKey key, var request, var now) -> Optional.of(key.server());
        };
    }
}
