package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a person's wish to cancel has come to. */
public sealed interface Cancel {
    /** How long a task may go on after it was to be cancelled before that is told. */
    Duration PATIENCE = Duration.ofSeconds(10);

    record NotAsked() implements Cancel {}

    /** Asked for at that time; the server has not shown the end yet. */
    record Asked(Instant at, Holdup holdup) implements Cancel {}

    /** The server was asked for as long as patience lasts, and something went on. */
    record Ignored(Instant at, Holdup holdup) implements Cancel {}

    /**
     * What keeps a wish to cancel from being fulfilled, besides the task's own work.
     *
     * @param below the descendants that were to stop as well and are still at work, the lowest first
     * @param trouble why the server did not take the last request
     */
    record Holdup(List<Survivor> below, Optional<Trouble> trouble) {
        public static final Holdup NONE = new Holdup(List.of(), Optional.empty());
    }

    /** A descendant that goes on although it was to stop: its name, and the tool that it is in. */
    record Survivor(String name, Optional<String> tool) {
        public static Survivor of(AgentTask task) {
            return new Survivor(
                    task.name(), task.run().flatMap(run -> run.tools().going()));
        }
    }

    static Cancel notAsked() {
        return new NotAsked();
    }

    default boolean wanted() {
        return !(this instanceof NotAsked);
    }

    /** When it was asked for. */
    default Optional<Instant> since() {
        return switch (this) {
            case NotAsked n -> Optional.empty();
            case Asked(Instant at, var holdup) -> Optional.of(at);
            case Ignored(Instant at, var holdup) -> Optional.of(at);
        };
    }

    default Holdup holdup() {
        return switch (this) {
            case NotAsked n -> Holdup.NONE;
            case Asked(var at, Holdup holdup) -> holdup;
            case Ignored(var at, Holdup holdup) -> holdup;
        };
    }
}
