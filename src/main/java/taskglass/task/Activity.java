package taskglass.task;

import java.time.Instant;

/** What a server says a session is doing. A session that its status map does not list is idle. */
public sealed interface Activity {
    /** Works on a prompt. */
    record Busy() implements Activity {}

    /** Waits for the next try after a provider's error: the attempt's number, the reason, the time of the next try. */
    record Retrying(int attempt, String reason, Instant next) implements Activity {}

    /** Does nothing: it says nothing about how a run ended. */
    record Idle() implements Activity {}

    /** Its server refuses to say, and no event told. */
    record Untold() implements Activity {}

    static Activity busy() {
        return new Busy();
    }

    static Activity idle() {
        return new Idle();
    }

    default boolean active() {
        return switch (this) {
            case Busy _, Retrying _ -> true;
            case Idle _, Untold _ -> false;
        };
    }

    /** Whether its server says so. */
    default boolean rests() {
        return this instanceof Idle;
    }
}
