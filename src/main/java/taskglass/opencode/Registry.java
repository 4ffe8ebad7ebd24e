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

/** A server's sessions as a whole, behind either API: listed, begun, renamed, put away. */
interface Registry {
    /** All sessions of all directories; with {@code since} those updated then or later. Each page is handed on at once. */
    Sessions sessions(Optional<Instant> since, Consumer<List<SessionInfo>> pages) throws ServerTrouble;

    SessionInfo session(TaskKey key, String directory) throws ServerTrouble;

    SessionInfo create(LaunchRequest request) throws ServerTrouble;

    SessionInfo rename(SessionInfo session, String title) throws ServerTrouble;

    void archive(SessionInfo session, Instant at) throws ServerTrouble;

    /** Deletes the session and all below it. */
    void delete(SessionInfo session) throws ServerTrouble;

    /** What a launch in a directory may choose from; hidden agents are left out. */
    LaunchChoices choices(String directory) throws ServerTrouble;

    /** What was allowed for good in a directory's project; empty where a server stores no such thing. */
    List<SavedPermission> savedPermissions(String directory) throws ServerTrouble;

    /** From now on agents of the directory's project ask for that again. */
    void revoke(SavedPermission permission, String directory) throws ServerTrouble;
}
