package taskglass.opencode.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TaskKey;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.SavedPermission;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Sessions;

/** A server's sessions as a whole, in either API: lists, creates, renames, archives and deletes them. */
public interface SessionRepository {
    /**
     * Returns all sessions of all directories; with {@code since} only those updated then or later. Each page is passed
     * on at once.
     */
    Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble;

    SessionInfo session(TaskKey key, String directory) throws ServerTrouble;

    SessionInfo create(LaunchRequest request) throws ServerTrouble;

    SessionInfo rename(SessionInfo session, String title) throws ServerTrouble;

    void archive(SessionInfo session, Instant at) throws ServerTrouble;

    /** Deletes the session and all its descendants. */
    void delete(SessionInfo session) throws ServerTrouble;

    /** Returns the choices for a launch in a directory. Hidden agents are left out. */
    LaunchChoices choices(String directory) throws ServerTrouble;

    /** Returns what was permanently allowed in a directory's project. Empty if a server does not store that. */
    List<SavedPermission> savedPermissions(String directory) throws ServerTrouble;

    /** Revokes a permission: from now on agents of the directory's project ask again. */
    void revoke(SavedPermission permission, String directory) throws ServerTrouble;
}
