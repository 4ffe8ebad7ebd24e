package taskglass.engine.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.Obstacle;
import taskglass.task.status.CancelState.RunningDescendant;

/** The cancellation of one session: when its server was asked to stop it, and the result. */
final class Cancellation {
    /** The pause between two requests. By then a listing shows the effect of the first. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Trouble SILENCE = new Trouble.NoAnswer("no answer in time");

    private final TaskKey key;
    private final Instant at;
    /**
     * Descendants that this cancellation does not cancel: they were idle when it was requested, or are already being
     * canceled.
     */
    private final Set<TaskKey> decided;

    private Instant next;
    private boolean begun;
    private boolean sent;
    private boolean underWay;
    private boolean rested;
    private Optional<Trouble> trouble = Optional.empty();

    Cancellation(TaskKey key, Instant at, Set<TaskKey> decided) {
        this.key = key;
        this.at = at;
        this.decided = new HashSet<>(decided);
        // A descendant is asked once its parent's request has been answered or has had time to be.
        this.next = at.plus(PAUSE);
    }

    TaskKey key() {
        return key;
    }

    /** The store has recorded the cancel request. */
    void taken() {
        begun = true;
    }

    /** Whether a new run, which the user did not cancel, has begun since the store recorded the request. */
    boolean overtaken(AgentTask task) {
        return begun && !task.cancel().wanted();
    }

    boolean begun() {
        return begun;
    }

    /** Marks a descendant as decided. Returns whether it was not decided before. */
    boolean decide(TaskKey descendant) {
        return decided.add(descendant);
    }

    boolean sent() {
        return sent;
    }

    boolean due(Instant now) {
        return !underWay && !now.isBefore(next);
    }

    void send(Instant now) {
        sent = true;
        underWay = true;
        next = now.plus(PAUSE);
    }

    void answered(Optional<Trouble> how) {
        underWay = false;
        trouble = how;
    }

    /** The server has answered another request, so whatever kept it from answering is over. */
    void serverAnswers() {
        trouble = trouble.filter(Trouble.Refused.class::isInstance);
    }

    /**
     * Whether the session and all its descendants have stopped. Work that begins below it later has its own outcome.
     */
    boolean rested(AgentTask task, List<RunningDescendant> below) {
        rested |= begun && !working(task) && below.isEmpty();
        return rested;
    }

    private static boolean working(AgentTask task) {
        return task.activity().active() || task.outcome().isEmpty();
    }

    /** Whether this cancellation is finished: the session has stopped, and the time for late starters is over. */
    boolean over(Instant now) {
        return rested && late(now);
    }

    private boolean late(Instant now) {
        return !now.isBefore(at.plus(CancelState.PATIENCE));
    }

    /** Returns the current state. {@code elsewise} is another reason why the server does not answer. */
    CancelState state(AgentTask task, List<RunningDescendant> below, Optional<Trouble> elsewise, Instant now) {
        boolean goesOn = task.activity().active() || task.elsewhere() || !below.isEmpty();
        boolean ignored = task.cancel() instanceof CancelState.Ignored || (goesOn && late(now));
        Optional<Trouble> silent = Optional.of(SILENCE).filter(s -> ignored && underWay && !now.isBefore(next));
        Obstacle holdup = new Obstacle(
                rested ? List.of() : below, trouble.or(() -> elsewise).or(() -> silent));
        return ignored ? new CancelState.Ignored(at, holdup) : new CancelState.Asked(at, holdup);
    }
}
