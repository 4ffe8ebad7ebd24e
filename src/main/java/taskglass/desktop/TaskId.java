package taskglass.desktop;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The id of a task, or a prefix of it, as one start of Taskglass passes it to another: a session's id or a plugin's id,
 * and nothing else.
 */
public record TaskId(String text) {
    /** At least four characters after the kind, as for every command. */
    private static final Pattern ID = Pattern.compile("(?:ses|bg)_[A-Za-z0-9_-]{4,100}");

    public TaskId {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("no id of a task");
        }
    }

    /** Empty for anything that is no id. */
    public static Optional<TaskId> parse(String text) {
        return ID.matcher(text).matches() ? Optional.of(new TaskId(text)) : Optional.empty();
    }
}
