package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row: a piece of agent work and everything that has been learnt about it. What a person reads, its status above
 * all, is computed from the facts each time, so that a fact that arrives late corrects it.
 */
public record AgentTask(SessionInfo session, Pulse pulse, Transcript transcript, Orders orders, Sight sight) {
    /** How long a server may take to close the last message once it is idle: 1.15 takes 40 ms. Less than a poll's time. */
    static final Duration CLOSING = Duration.ofMillis(1500);

    /** How long a task at work may give no sign of life before that is told. */
    static final Duration QUIET = Duration.ofMinutes(5);

    static final int READINGS_TO_BE_SURE = 2;

    static AgentTask first(SessionInfo session) {
        return new AgentTask(session, Pulse.NONE, Transcript.EMPTY, Orders.NONE, Sight.NEW);
    }

    public TaskKey key() {
        return session.key();
    }

    public Optional<TaskKey> parentKey() {
        return session.parent();
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

    /** The prompts that wait in its session. */
    public PromptQueue queue() {
        return pulse.queue();
    }

    AgentTask queue(Fact fact) {
        PromptQueue now = queue().after(fact);
        return now.equals(queue()) ? this : with(pulse.queue(now));
    }

    public Activity activity() {
        return pulse.activity();
    }

    /** Whether its server refuses to tell of its messages, so that it is not known whether there was a run. */
    public boolean untold() {
        return transcript.untold();
    }

    /** Whether its session is gone from the server. */
    public boolean deleted() {
        return sight.deleted();
    }

    /** Whether it was seen active since the window opened. */
    public boolean ranHere() {
        return sight.ranHere();
    }

    /** The id by which a plugin knows the task, {@code bg_…}; "" for one that no plugin had started. */
    public String backgroundId() {
        return orders.background().orElse("");
    }

    /** Whether the agent that had it started does not wait for it, but is woken when it has ended. */
    public boolean inBackground() {
        return orders.background().isPresent();
    }

    public Parting parting() {
        return orders.parting();
    }

    /** Whether its server works on a run of it; not while it lets a person's command run, which is none. */
    boolean atWork() {
        return pulse.activity().active() && transcript.aside().isEmpty();
    }

    /** What goes on in it and belongs to no run. */
    public Optional<Beside> beside() {
        return pulse.activity().active() ? transcript.beside() : Optional.empty();
    }

    /** Whether there is work in it that a person may stop: a run, or a command of theirs beside it. */
    public boolean stoppable() {
        return status().active() || beside().isPresent();
    }

    /** Whether a person has undone the latest messages, so that they do not count. */
    public boolean undone() {
        return !session.undone().isEmpty();
    }

    /** What a person called it: its session's title without what a launch puts before it for others to see. */
    public String name() {
        return Launch.nameIn(session.title());
    }

    /** The permission requests and questions that wait for a person, oldest first. */
    public List<Attention> attention() {
        return status() == TaskStatus.NEEDS_YOU
                ? pulse.asks().open().stream()
                        .map(ask -> ask.within(session.directory()))
                        .toList()
                : List.of();
    }

    /**
     * Whether another process works on it: its server lists it from the database that they share, does not run it, and
     * its latest run goes on all the same.
     */
    public boolean elsewhere() {
        return !sight.deleted() && foreign() && new OutcomeRule(this).judge().isEmpty();
    }

    /** Whether its server does not work on it, and was not seen to work on its latest run. */
    boolean foreign() {
        return pulse.activity().rests()
                && run().filter(known -> known.latest().at().isAfter(sight.owned()))
                        .isPresent();
    }

    boolean closed() {
        return run().flatMap(Run::last).map(AssistantMessage::closed).orElse(true);
    }

    /** How long a running task has given no sign of life; empty while that is no reason to wonder. */
    public Optional<Duration> quiet(Instant now) {
        return Optional.of(between(lastSign(), now))
                .filter(silence -> status() == TaskStatus.RUNNING && silence.compareTo(QUIET) >= 0);
    }

    /** When it last gave a sign of life: an event, a change of its session, a change of what it does. */
    public Instant lastSign() {
        Instant told = sight.heard().isAfter(session.updated()) ? sight.heard() : session.updated();
        return told.isAfter(pulse.since()) ? told : pulse.since();
    }

    public TaskStatus status() {
        return new StatusRule(this).status();
    }

    /** How the latest run ended; empty while it goes on, or while its end is not known for sure. */
    public Optional<Outcome> outcome() {
        return new OutcomeRule(this).outcome();
    }

    /** Whether nothing was written into its only answer: then nobody shows that it ever worked on it. */
    boolean empty() {
        return run().filter(known -> known.tools().exact() && known.tools().count() == 0)
                .filter(sight.ends()::partless)
                .isPresent();
    }

    /** Whether all that is known of it is a prompt: what became of that was told once, if at all. */
    boolean unanswered() {
        return run().isEmpty() && orders.launch().isEmpty() && transcript.waiting();
    }

    /** When the latest run began; empty when there was none or nobody has told yet. */
    public Optional<Instant> started() {
        return run().map(Run::started)
                .filter(Instant.EPOCH::isBefore)
                .or(() -> orders.launch().map(Launch::at));
    }

    /** Whether its latest run went on at or after that time, so that its end is news to somebody watching since then. */
    boolean ranSince(Instant opened) {
        return sight.ranHere() || (run().isPresent() && !finished().isBefore(opened));
    }

    /** When the latest run ended; empty while it goes on, or while its end is not known. */
    public Optional<Instant> ended() {
        return outcome().isPresent() && started().isPresent() ? Optional.of(finished()) : Optional.empty();
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
