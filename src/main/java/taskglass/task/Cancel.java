package taskglass.task;

import java.time.Instant;

/** What a person's wish to cancel has come to. */
public sealed interface Cancel {
    record NotAsked() implements Cancel {}

    /** Asked for at that time; the server has not shown the end yet. */
    record Asked(Instant at) implements Cancel {}

    /** The server was asked, and the task went on. */
    record Ignored(String because) implements Cancel {}

    Cancel NOT_ASKED = new NotAsked();
}
