package taskglass.shell;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import taskglass.task.TaskStatus;

/** A status as scripts read and write it: one word, no spaces. */
final class StatusName {
    private StatusName() {}

    /** Empty while no run is going on and none has ended that we know of: no word of a run fits that. */
    static Optional<String> of(TaskStatus status) {
        return status == TaskStatus.IDLE ? Optional.empty() : Optional.of(word(status));
    }

    /** The same, with a word for every case. */
    static String word(TaskStatus status) {
        return status == TaskStatus.QUEUED
                ? word(TaskStatus.STARTING)
                : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<TaskStatus> parse(String word) {
        return shown().filter(status -> word(status).equals(word.strip())).findFirst();
    }

    /** The words that a person may type, in the order in which a task goes through them. */
    static Stream<TaskStatus> shown() {
        return Stream.of(TaskStatus.values()).filter(status -> status != TaskStatus.QUEUED);
    }
}
