package taskglass.task;

import java.time.Duration;
import java.time.Instant;

/** What a person's wish to cancel has come to. */
public sealed interface Cancel {
    /** How long a task may go on after it was to be cancelled before that is told. */
    Duration PATIENCE = Duration.ofSeconds(10);

    record NotAsked() implements Cancel {}

    /** Asked for at that time; the server has not shown the end yet. */
    record Asked(Instant at) implements Cancel {}

    /** The server was asked, and the task went on; what it said, "" for nothing. */
    record Ignored(String because) implements Cancel {}

    static Cancel notAsked() {
        return new NotAsked();
    }
}
