package taskglass.task.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import taskglass.task.Activity;
import taskglass.task.Outcome;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Attention;
import taskglass.task.request.Launch;
import taskglass.task.request.RemovalState;
import taskglass.task.run.Fact;
import taskglass.task.run.PromptQueue;
import taskglass.task.run.Run;
import taskglass.task.run.RunHistory;
import taskglass.task.run.SessionInfo;
import taskglass.task.run.SideActivity;

/**
 * One row in the list: a piece of agent work and everything known about it. What the user sees, above all the status,
 * is computed from the facts each time, so that a late fact corrects it.
 */
public record AgentTask(
        SessionInfo session,
        SessionActivity sessionActivity,
        RunHistory history,
        RequestedActions requested,
        SessionPresence presence) {

    public static AgentTask first(SessionInfo session) {
        return new AgentTask(
                session, SessionActivity.NONE, RunHistory.EMPTY, RequestedActions.NONE, SessionPresence.NEW);
    }

    public TaskKey key() {
        return session.key();
    }

    public Optional<TaskKey> parentKey() {
        return session.parent();
    }

    public Optional<Run> run() {
        return history.run();
    }

    public Optional<Launch> launch() {
        return requested.launch();
    }

    public CancelState cancel() {
        return requested.cancel();
    }

    /** The prompts that wait in its session. */
    public PromptQueue queue() {
        return sessionActivity.queue();
    }

    public AgentTask queue(Fact fact) {
        PromptQueue now = queue().after(fact);
        return now.equals(queue()) ? this : with(sessionActivity.queue(now));
    }

    public Activity activity() {
        return sessionActivity.activity();
    }

    /** Whether its server refuses to return its messages, so that it is unknown whether a run took place. */
    public boolean messagesRefused() {
        return history.messagesRefused();
    }

    /** Whether its session is gone from the server. */
    public boolean deleted() {
        return presence.deleted();
    }

    /** Whether it was seen active since the window opened. */
    public boolean ranHere() {
        return presence.ranHere();
    }

    /** The plugin's id for this background task, {@code bg_…}; "" if no plugin started it. */
    public String backgroundId() {
        return requested.background().orElse("");
    }

    /** Whether an agent started it in the background. That agent does not wait for it, but is woken when it ends. */
    public boolean inBackground() {
        return requested.background().isPresent();
    }

    public RemovalState removal() {
        return requested.parting();
    }

    /** What the rules need to know beside its status. */
    public RunEvidence evidence() {
        return new RunEvidence(this);
    }

    /** The activity in its session that belongs to no run. */
    public Optional<SideActivity> sideActivity() {
        return sessionActivity.activity().active() ? history.sideActivity() : Optional.empty();
    }

    /** Whether there is work in it that the user can stop: a run, or a command of theirs beside it. */
    public boolean stoppable() {
        return status().active() || sideActivity().isPresent();
    }

    /** Whether the user has undone the latest messages, so that they do not count. */
    public boolean undone() {
        return !session.undone().isEmpty();
    }

    /**
     * The name the user gave it: the session title without the prefix that a launch adds for other users of the server.
     */
    public String name() {
        return Launch.nameIn(session.title());
    }

    /** The permission requests and questions that wait for the user, oldest first. */
    public List<Attention> attention() {
        return status() == TaskStatus.NEEDS_YOU
                ? sessionActivity.asks().open().stream()
                        .map(ask -> ask.within(session.directory()))
                        .toList()
                : List.of();
    }

    /**
     * Whether another process works on it. Its server lists it from the shared database and does not run it, yet its
     * latest run continues.
     */
    public boolean elsewhere() {
        return !presence.deleted()
                && evidence().foreign()
                && new OutcomeRule(this).settledOutcome().isEmpty();
    }

    /** When its server last confirmed that it is at work, if that server no longer answers. */
    public Optional<Instant> lastSeen() {
        return presence.lastSeen().filter(at -> status().active());
    }

    /** How long a running task has shown no sign of life; empty before that limit. */
    public Optional<Duration> quiet(Instant now, Duration limit) {
        return Optional.of(between(lastSign(), now))
                .filter(silence -> status() == TaskStatus.RUNNING
                        && presence.lastSeen().isEmpty()
                        && silence.compareTo(limit) >= 0);
    }

    /** The time of its last sign of life. */
    public Instant lastSign() {
        return LifeSigns.last(this);
    }

    /** The time of the last event, change of its session, or change of its activity. What was read does not count. */
    public Instant lastReport() {
        Instant last = presence.lastEvent().isAfter(session.updated()) ? presence.lastEvent() : session.updated();
        return last.isAfter(sessionActivity.since()) ? last : sessionActivity.since();
    }

    public TaskStatus status() {
        return new StatusRule(this).status();
    }

    /** How the latest run ended; empty while it continues, or while its end is not certain. */
    public Optional<Outcome> outcome() {
        return new OutcomeRule(this).outcome();
    }

    /** Whether only an event has told of it: nobody knows when it was last written in, nor has it been read. */
    public boolean unlisted() {
        boolean last = history.coverage().whole() || history.coverage().refused();
        return session.updated().equals(Instant.EPOCH) && run().isEmpty() && !last;
    }

    /** When the latest run began; empty if there was no run or its start is not known yet. */
    public Optional<Instant> started() {
        return run().map(Run::started)
                .filter(Instant.EPOCH::isBefore)
                .or(() -> requested.launch().map(Launch::at));
    }

    /**
     * Whether its latest run continued at or after that time, so that its end is news to a user who watches since then.
     */
    public boolean ranSince(Instant opened) {
        return presence.ranHere() || (run().isPresent() && !finished().isBefore(opened));
    }

    /** When the latest run ended; empty while it continues, or while its end is not known. */
    public Optional<Instant> ended() {
        return outcome().isPresent() && started().isPresent() ? Optional.of(finished()) : Optional.empty();
    }

    /** When it was last worked on. "Newest run first" sorts by this. */
    public Instant recency() {
        return started().orElseGet(session::updated);
    }

    /** How long the latest run took, or has taken so far as its server confirmed; empty without a run. */
    public Optional<Duration> elapsed(Instant now) {
        return started()
                .map(from -> between(
                        from, outcome().isPresent() ? finished() : lastSeen().orElse(now)));
    }

    /**
     * The end of its last message. Without one: when it became idle, or its last change if it was idle from the start.
     */
    private Instant finished() {
        Instant quiet = sessionActivity.since().equals(Instant.EPOCH) ? session.updated() : sessionActivity.since();
        return run().flatMap(Run::ended).orElse(quiet);
    }

    private static Duration between(Instant from, Instant to) {
        return to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }

    public AgentTask with(SessionInfo now) {
        return now.equals(session) ? this : new AgentTask(now, sessionActivity, history, requested, presence);
    }

    public AgentTask with(SessionActivity now) {
        return new AgentTask(session, now, history, requested, presence);
    }

    public AgentTask with(RunHistory now) {
        return new AgentTask(session, sessionActivity, now, requested, presence);
    }

    public AgentTask with(RequestedActions now) {
        return new AgentTask(session, sessionActivity, history, now, presence);
    }

    public AgentTask with(SessionPresence now) {
        return new AgentTask(session, sessionActivity, history, requested, now);
    }
}
