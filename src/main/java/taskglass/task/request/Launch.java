package taskglass.task.request;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import taskglass.task.Reason;

/** The launch of a task from here: its name, when its prompt was accepted, and what its parent is told. */
public record Launch(String description, Instant at, ParentWish wish, Optional<Reason> refused) {
    /** How long a launched session may show neither work nor a message before the launch has failed. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String BEFORE_ITS_NAME = "Background: ";

    /** What the parent session is told when the task settles. */
    public enum ParentWish {
        /** A prompt: the parent's agent continues with the result. */
        WAKE,
        /** A note that the parent's agent reads at its next prompt. */
        QUIET,
        NONE
    }

    /** Returns the title of its session on the server, where other users see it among their own. */
    public static String title(String description) {
        return BEFORE_ITS_NAME + description;
    }

    /** Returns the name that Taskglass shows for a session with that title. */
    public static String nameIn(String title) {
        String name = title;
        while (name.startsWith(BEFORE_ITS_NAME)) {
            name = name.substring(BEFORE_ITS_NAME.length());
        }
        return name;
    }

    /** Sets the reason, unless one is set: a server repeats its error with a stack trace. */
    public Launch refused(Reason reason) {
        return refused.isPresent() ? this : new Launch(description, at, wish, Optional.of(reason));
    }
}
