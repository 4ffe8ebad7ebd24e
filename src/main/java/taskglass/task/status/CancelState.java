package taskglass.task.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.Trouble;

/** The state of a request to cancel a task. */
public sealed interface CancelState {
    /** How long a task may continue after a cancel request before Taskglass reports it. */
    Duration PATIENCE = Duration.ofSeconds(10);

    record NotAsked() implements CancelState {}

    /** Requested at that time. The server has not shown the end yet. */
    record Asked(Instant at, Obstacle holdup) implements CancelState {}

    /** The server was asked until the time limit, and something still runs. */
    record Ignored(Instant at, Obstacle holdup) implements CancelState {}

    /**
     * What keeps a cancel request from completing, besides the task's own work.
     *
     * @param below the descendants that must also stop and are still at work, lowest first
     * @param trouble why the server did not accept the last request
     */
    record Obstacle(List<RunningDescendant> below, Optional<Trouble> trouble) {
        public static final Obstacle NONE = new Obstacle(List.of(), Optional.empty());
    }

    /** A descendant that is still running although it must stop: its name, and its current tool. */
    record RunningDescendant(String name, Optional<String> tool) {
        public static RunningDescendant of(AgentTask task) {
            return new RunningDescendant(
                    task.name(), task.run().flatMap(run -> run.tools().going()));
        }
    }

    static CancelState notAsked() {
        return new NotAsked();
    }

    default boolean wanted() {
        return !(this instanceof NotAsked);
    }

    /** When it was requested. */
    default Optional<Instant> since() {
        return switch (this) {
            case NotAsked n -> Optional.empty();
            case Asked(Instant at, var holdup) -> Optional.of(at);
            case Ignored(Instant at, var holdup) -> Optional.of(at);
        };
    }

    default Obstacle holdup() {
        return switch (this) {
            case NotAsked n -> Obstacle.NONE;
            case Asked(var at, Obstacle holdup) -> holdup;
            case Ignored(var at, Obstacle holdup) -> holdup;
        };
    }
}
