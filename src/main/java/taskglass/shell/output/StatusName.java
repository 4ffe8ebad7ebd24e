package taskglass.shell.output;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.TaskStatus;

/** The name of a status in scripts: one word without spaces. */
public final class StatusName {
    private StatusName() {}

    /** Empty if no run is going on and none is known to have ended: no status of a run applies. */
    static Optional<String> of(TaskStatus status) {
        return status == TaskStatus.IDLE ? Optional.empty() : Optional.of(word(status));
    }

    /** The status name, with a word for every case. */
    public static String word(TaskStatus status) {
        return status == TaskStatus.QUEUED
                ? word(TaskStatus.STARTING)
                : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TaskStatus> parse(String word) {
        return shown().filter(status -> word(status).equals(word.strip())).findFirst();
    }

    /** The names that the user may type, in the order of a task's life. */
    public static Stream<TaskStatus> shown() {
        return Stream.of(TaskStatus.values()).filter(status -> status != TaskStatus.QUEUED);
    }
}
