package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One row: a piece of agent work and everything that has been learnt about it. What a person reads, its status above
 * all, is computed from the facts each time, so that a fact that arrives late corrects it.
 */
public record AgentTask(SessionInfo session, Pulse pulse, Transcript transcript, Orders orders, Sight sight) {
    /** How long an unfinished message may lie still before its run counts as left behind by a stopped server. */
    static final Duration STILLNESS = Duration.ofSeconds(60);

    static final int READINGS_TO_BE_SURE = 2;

    static AgentTask first(SessionInfo session) {
        return new AgentTask(session, Pulse.NONE, Transcript.EMPTY, Orders.NONE, Sight.NEW);
    }

    public TaskKey key() {
        return session.key();
    }

    public Optional<Run> run() {
        return transcript.run();
    }

    public Optional<Launch> launch() {
        return orders.launch();
    }

    public Cancel cancel() {
        return orders.cancel();
    }

    public Activity activity() {
        return pulse.activity();
    }

    /** Whether its session is gone from the server. */
    public boolean deleted() {
        return sight.deleted();
    }

    /** Whether it was seen active since the window opened. */
    public boolean ranHere() {
        return sight.ranHere();
    }

    /** What a person called it: the launch's description, else the session's title. */
    public String name() {
        return orders.launch().map(Launch::description).orElseGet(session::title);
    }

    public TaskStatus status() {
        return outcome().map(Outcome::status).orElseGet(this::statusOnTheWay);
    }

    private TaskStatus statusOnTheWay() {
        if (orders.cancel() instanceof Cancel.Asked) {
            return TaskStatus.CANCELLING;
        }
        if (!pulse.asks().isEmpty()) {
            return TaskStatus.NEEDS_YOU;
        }
        return switch (pulse.activity()) {
            case Activity.Retrying r -> TaskStatus.RETRYING;
            case Activity.Busy b -> TaskStatus.RUNNING;
            case Activity.Idle i -> statusWhileIdle();
        };
    }

    private TaskStatus statusWhileIdle() {
        if (run().isPresent()) {
            return sight.ranHere() ? TaskStatus.RUNNING : TaskStatus.IDLE;
        }
        return orders.launch().isPresent() ? TaskStatus.STARTING : TaskStatus.IDLE;
    }

    /** How the latest run ended; empty while it goes on, or while its end is not known for sure. */
    public Optional<Outcome> outcome() {
        if (sight.deleted()) {
            return Optional.of(judge().filter(o -> !pulse.activity().active())
                    .orElse(new Outcome.Cancelled(Reason.of(Reason.Code.SESSION_DELETED))));
        }
        return pulse.activity().active() ? Optional.empty() : judge();
    }

    private Optional<Outcome> judge() {
        return run().isPresent()
                ? run().flatMap(Run::outcome).or(this::judgeByStillness)
                : orders.launch().flatMap(Launch::refused).map(this::neverRan);
    }

    private Outcome neverRan(Reason why) {
        boolean unwanted = orders.cancel() instanceof Cancel.Asked;
        return unwanted ? new Outcome.Cancelled(Reason.NONE) : new Outcome.Failed(why);
    }

    /** Idle and nothing says why: believed only after a second look, since some servers tell the error after idle. */
    private Optional<Outcome> judgeByStillness() {
        if (pulse.idleReadings() < READINGS_TO_BE_SURE) {
            return Optional.empty();
        }
        if (orders.cancel() instanceof Cancel.Asked) {
            return Optional.of(new Outcome.Cancelled(Reason.NONE));
        }
        boolean closed = run().flatMap(Run::last).map(AssistantMessage::closed).orElse(true);
        Reason.Code code = closed ? Reason.Code.STOPPED_SHORT : Reason.Code.LEFT_UNFINISHED;
        return Optional.of(new Outcome.Interrupted(Reason.of(code)));
    }

    /** When the latest run began; empty when there was none or nobody has told yet. */
    public Optional<Instant> started() {
        return run().map(Run::started).or(() -> orders.launch().map(Launch::at));
    }

    /** Whether its latest run went on at or after that time, so that its end is news to somebody watching since then. */
    public boolean ranSince(Instant opened) {
        return sight.ranHere() || (run().isPresent() && !finished().isBefore(opened));
    }

    /** When it was last worked on: what "newest run first" sorts by. */
    public Instant recency() {
        return started().orElseGet(session::updated);
    }

    /** How long the latest run took, or has taken by now; empty without a run. */
    public Optional<Duration> elapsed(Instant now) {
        return started().map(from -> between(from, outcome().isPresent() ? finished() : now));
    }

    /** The end of its last message; without one the time it went idle, or the last sign of life before we looked. */
    private Instant finished() {
        Instant quiet = pulse.since().equals(Instant.EPOCH) ? session.updated() : pulse.since();
        return run().flatMap(Run::ended).orElse(quiet);
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    AgentTask with(SessionInfo now) {
        return now.equals(session) ? this : new AgentTask(now, pulse, transcript, orders, sight);
    }

    AgentTask with(Pulse now) {
        return new AgentTask(session, now, transcript, orders, sight);
    }

    AgentTask with(Transcript now) {
        return new AgentTask(session, pulse, now, orders, sight);
    }

    AgentTask with(Orders now) {
        return new AgentTask(session, pulse, transcript, now, sight);
    }

    AgentTask with(Sight now) {
        return new AgentTask(session, pulse, transcript, orders, now);
    }
}
