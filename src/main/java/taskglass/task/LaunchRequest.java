package taskglass.task;

import java.util.Optional;

/** What a person filled in to launch a task. */
public record LaunchRequest(
        ServerId server, String description, String prompt, Assignment assignment, String directory, Family family) {

    /** Whose child the task shall be, and what that parent shall hear of it. */
    public record Family(Optional<TaskKey> parent, Launch.ParentWish wish) {
        public static final Family NONE = new Family(Optional.empty(), Launch.ParentWish.NONE);
    }
}
