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

    static Activity busy() {
        return new Busy();
    }

    static Activity idle() {
        return new Idle();
    }

    default boolean active() {
        return !(this instanceof Idle);
    }
}
