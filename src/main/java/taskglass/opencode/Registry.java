package taskglass.opencode;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.Listing.Sessions;
import taskglass.task.SavedPermission;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** A server's sessions as a whole, in either API: lists, creates, renames, archives and deletes them. */
interface Registry {
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
