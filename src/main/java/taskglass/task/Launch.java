package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** That a task was launched from here: what it was called, when its prompt was taken, what its parent shall hear. */
public record Launch(String description, Instant at, ParentWish wish, Optional<Reason> refused) {
    /** How long a launched session may show neither work nor a message before the launch has failed. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String BEFORE_ITS_NAME = "Background: ";

    /** What the parent session shall be told when the task settles. */
    public enum ParentWish {
        /** A prompt: the parent's agent goes on with the news. */
        WAKE,
        /** A note that the parent's agent reads at its next prompt. */
        QUIET,
        NONE
    }

    /** What its session is called on the server, where others see it among their own. */
    public static String title(String description) {
        return BEFORE_ITS_NAME + description;
    }

    /** What a session of that title is called here. */
    static String nameIn(String title) {
        String name = title;
        while (name.startsWith(BEFORE_ITS_NAME)) {
            name = name.substring(BEFORE_ITS_NAME.length());
        }
        return name;
    }

    /** The first reason stays: a server repeats its error with a stack trace. */
    Launch refused(Reason reason) {
        return refused.isPresent() ? this : new Launch(description, at, wish, Optional.of(reason));
    }
}
