package taskglass.task;

import java.time.Instant;

/** What a server reports a session to be doing. A session that is missing from its status map is idle. */
public sealed interface Activity {
    /** Working on a prompt. */
    record Busy() implements Activity {}

    /**
     * Waiting for the next attempt after a provider error: the attempt number, the reason, and the time of the next
     * attempt.
     */
    record Retrying(int attempt, String reason, Instant next) implements Activity {}

    /** Doing nothing. This says nothing about how a run ended. */
    record Idle() implements Activity {}

    /** Unknown: the server refuses to report it, and no event has reported it. */
    record Unknown() implements Activity {}

    static Activity busy() {
        return new Busy();
    }

    static Activity idle() {
        return new Idle();
    }

    default boolean active() {
        return switch (this) {
            case Busy _, Retrying _ -> true;
            case Idle _, Unknown _ -> false;
        };
    }

    /** Whether the server reports it as idle. */
    default boolean rests() {
        return this instanceof Idle;
    }
}
