package taskglass.task.request;

import java.util.Optional;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;

/** What the user filled in to launch a task. */
public record LaunchRequest(
        ServerId server, String description, String prompt, Assignment assignment, String directory, Family family) {

    /** The parent of the new task, and what that parent is told about it. */
    public record Family(Optional<TaskKey> parent, Launch.ParentWish wish) {
        public static final Family NONE = new Family(Optional.empty(), Launch.ParentWish.NONE);
    }
}
