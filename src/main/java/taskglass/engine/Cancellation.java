package taskglass.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.task.AgentTask;
import taskglass.task.Cancel;
import taskglass.task.Cancel.Holdup;
import taskglass.task.Cancel.Survivor;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;

/** One session that is to stop: when its server was asked to, and what came of it. */
final class Cancellation {
    /** Between two requests: by then a listing shows what the first has done. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final Trouble SILENCE = new Trouble.NoAnswer("no answer in time");

    private final TaskKey key;
    private final Instant at;
    /** Descendants that are not to be cancelled for this one's sake: they rested when it was asked for, or are already. */
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
        // A descendant's turn comes when its parent's request has been answered, or has had the time to be.
        this.next = at.plus(PAUSE);
    }

    TaskKey key() {
        return key;
    }

    /** The book has taken the wish in. */
    void taken() {
        begun = true;
    }

    /** Whether the book knows of the wish and has not been told of another run since, which nobody wished to cancel. */
    boolean overtaken(AgentTask task) {
        return begun && !task.cancel().wanted();
    }

    boolean begun() {
        return begun;
    }

    /** Decides about a descendant, once. */
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

    /** The server has answered something else: whatever kept it from answering is over. */
    void serverAnswers() {
        trouble = trouble.filter(Trouble.Refused.class::isInstance);
    }

    /** Whether it and all below it have come to rest. What begins below it later has an end of its own. */
    boolean rested(AgentTask task, List<Survivor> below) {
        rested |= begun && !working(task) && below.isEmpty();
        return rested;
    }

    private static boolean working(AgentTask task) {
        return task.activity().active() || task.outcome().isEmpty();
    }

    /** Whether nothing can come of it any more: it rests, and the time for stragglers is over. */
    boolean over(Instant now) {
        return rested && late(now);
    }

    private boolean late(Instant now) {
        return !now.isBefore(at.plus(Cancel.PATIENCE));
    }

    /** How it stands; {@code elsewise} is what else keeps the server from answering. */
    Cancel stands(AgentTask task, List<Survivor> below, Optional<Trouble> elsewise, Instant now) {
        boolean goesOn = task.activity().active() || task.elsewhere() || !below.isEmpty();
        boolean ignored = task.cancel() instanceof Cancel.Ignored || (goesOn && late(now));
        Optional<Trouble> silent = Optional.of(SILENCE).filter(s -> ignored && underWay && !now.isBefore(next));
        Holdup holdup = new Holdup(
                rested ? List.of() : below, trouble.or(() -> elsewise).or(() -> silent));
        return ignored ? new Cancel.Ignored(at, holdup) : new Cancel.Asked(at, holdup);
    }
}
