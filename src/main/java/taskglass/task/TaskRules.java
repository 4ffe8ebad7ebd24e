package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import taskglass.task.Sight.Presence;

/**
 * Updates one task with one fact. The methods are pure functions from a task to its next state, at one revision and
 * time.
 *
 * @param turned revision at which the server's event stream last started or stopped
 * @param vigil how long the server has been polled
 * @param elsewhere which other processes could be working on what a server does not run
 */
record TaskRules(long revision, Instant now, long turned, Vigil vigil, Elsewhere elsewhere) {

    /** Applies a fact from the event stream, which reports only what its own server works on. */
    AgentTask heard(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        AgentTask known =
                Busy.answerMissed(task, fact) ? task.with(task.transcript().doubted(revision)) : task;
        AgentTask applied = Busy.isLate(known, fact) ? known.with(known.pulse().touched(revision)) : apply(known, fact);
        AgentTask after = Busy.commandBegan(known, applied) ? beside(applied) : applied;
        Sight sight = after.sight().heard(now);
        // A server also reports a session, and that it is idle, if a user renamed or aborted what runs elsewhere.
        boolean works = fact.tellsOfLife() && !fact.tellsOfTheSession();
        return after.with(works ? sight.owned(after.transcript().newestPrompt()) : sight);
    }

    /**
     * A shell command is accepted only from an idle session. If no end of its run was reported, that end was missed.
     */
    private AgentTask beside(AgentTask task) {
        AgentTask busy = doing(task, Activity.busy());
        boolean endMissed = task.run().filter(run -> run.outcome().isEmpty()).isPresent();
        return endMissed ? busy.with(busy.transcript().doubted(revision)) : busy;
    }

    AgentTask apply(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        return take(task.with(task.pulse().touched(revision)), fact);
    }

    private AgentTask take(AgentTask touched, Fact fact) {
        return switch (fact) {
            case Fact.Told(SessionInfo session) -> told(touched, session);
            case Fact.Deleted() -> touched.with(touched.sight().now(Presence.DELETED));
            case Fact.Lacking() -> touched.with(touched.sight().now(Presence.LACKING));
            case Fact.Doing(Activity activity) ->
                doing(touched, activity, touched.transcript().behind());
            case Fact.Changed changed -> touched.with(touched.session().changed(changed));
            case Fact.Missed() -> touched.with(touched.transcript().doubted(revision));
            case Fact.Enqueued _, Fact.Dequeued _, Fact.Waiting _, Fact.Dropped _ -> touched.queue(fact);
            case Fact.Alive() -> touched;
            case Fact.Archived() -> touched;
            case Fact.Asked(Attention request) ->
                asks(touched, touched.pulse().asks().asked(request, now));
            case Fact.Replied(String id) -> asks(touched, touched.pulse().asks().answered(id));
            case Fact.Erred(TaskError error) -> erred(working(touched), error);
            case Fact.Prompted p -> written(touched, p);
            case Fact.Answered a -> working(written(touched, a));
            case Fact.Called c -> working(written(touched, c));
            case Fact.Said said -> touched.with(touched.transcript().said(said));
            case Fact.Sent sent -> touched.with(touched.transcript().sent(sent));
            case Fact.Delegated d -> touched;
            case Fact.Removed(String message) ->
                touched.with(touched.transcript().removed(message, revision));
        };
    }

    static AgentTask asks(AgentTask task, Asks now) {
        return task.with(task.pulse().asks(now));
    }

    /** The stream reports work. Whatever else was missed, the work was seen from this window. */
    static AgentTask working(AgentTask task) {
        return task.transcript().aside().isPresent()
                ? task
                : task.with(task.sight().running());
    }

    private AgentTask told(AgentTask task, SessionInfo session) {
        AgentTask known = listed(task, session, revision);
        boolean isNew = session.updated().equals(session.times().created());
        return isNew ? known.with(known.transcript().created(revision)) : known;
    }

    /** Whether a listed session changes nothing. This is true for most sessions of a full listing. */
    static boolean isToldAlready(AgentTask task, SessionInfo session) {
        return task.session().equals(session) && !task.deleted();
    }

    /** Applies a listed session. Whether its messages are known is a separate matter. */
    static AgentTask listed(AgentTask task, SessionInfo session, long revision) {
        Sight sight = task.sight();
        boolean back = sight.presence() == Presence.LACKING;
        SessionInfo merged = task.session().merge(session);
        return (back ? task.with(sight.now(Presence.THERE)) : task)
                .with(merged)
                .with(task.transcript().undone(merged.undone(), revision));
    }

    /** Applies an activity from a listing. */
    AgentTask doing(AgentTask task, Activity activity) {
        return doing(task, activity, false);
    }

    /** Applies an activity. A late report, after newer messages are known, says nothing about the latest run. */
    private AgentTask doing(AgentTask task, Activity activity, boolean late) {
        AgentTask now = task.with(task.pulse().now(activity, now(), revision));
        return activity.active() ? owned(awake(task, now, late)) : now;
    }

    static AgentTask owned(AgentTask active) {
        return active.with(active.sight().owned(active.transcript().newestPrompt()));
    }

    private AgentTask awake(AgentTask task, AgentTask now, boolean late) {
        if (task.activity().active()) {
            return now;
        }
        if (task.transcript().aside().isPresent() && !task.transcript().waiting()) {
            return now;
        }
        // The messages show what began. It may not be a run.
        boolean unexplained = task.outcome().isPresent() && !task.transcript().waiting();
        AgentTask awake = unexplained ? now : working(now);
        boolean goesOn = task.run().isPresent()
                && task.outcome().isEmpty()
                && !task.transcript().waiting();
        return goesOn || late ? awake : anew(awake);
    }

    /** A run begins, and no cancel was requested for it. A launch that was to be canceled keeps its cancel request. */
    private AgentTask anew(AgentTask task) {
        Cancel wish = task.run().isEmpty() ? task.cancel() : Cancel.notAsked();
        return task.with(task.orders().cancel(wish)).with(task.transcript().busy(now));
    }

    /**
     * An error of a run, or of a prompt that never became one. Some servers report such an error and never mention it
     * again.
     */
    private AgentTask erred(AgentTask task, TaskError error) {
        return task.run().isEmpty() && task.launch().isPresent()
                ? task.with(task.orders().refused(Reason.said(error)))
                : task.with(task.transcript().erred(error, now));
    }

    /** Applies a message reported by the stream. */
    private AgentTask written(AgentTask task, Fact fact) {
        Transcript known = task.transcript().continued(turned, revision);
        Transcript then = switch (fact) {
            case Fact.Prompted(Prompt prompt, var assignment) ->
                known.overtaken(prompt.id(), revision).prompted(prompt);
            case Fact.Answered(AssistantMessage message) ->
                known.overtaken(message.id(), revision).answered(message, revision);
            case Fact.Called(ToolCall call) -> known.called(call, now, revision);
            default -> known;
        };
        return lookedAnew(task, assigned(task, fact).with(then));
    }

    /** Readings made at an earlier message say nothing about the newest one. */
    static AgentTask lookedAnew(AgentTask before, AgentTask after) {
        boolean sameEnd = before.run().map(Run::newest).equals(after.run().map(Run::newest));
        return sameEnd
                ? after
                : after.with(after.pulse().readWhileIdle(-after.pulse().idleReadings()));
    }

    static AgentTask assigned(AgentTask task, Fact fact) {
        return switch (fact) {
            case Fact.Prompted(var prompt, Assignment assignment) -> assigned(task, assignment);
            case Fact.Answered(AssistantMessage message) -> assigned(task, message.assignment());
            default -> task;
        };
    }

    static AgentTask assigned(AgentTask task, Assignment assignment) {
        return task.with(task.session().assigned(assignment.or(task.session().assignment())));
    }

    /** Applies a reading that was asked for at the given revision. */
    AgentTask read(AgentTask task, Listing.Reading reading, long asked) {
        return reading.found() ? new ReadingRules(this, asked).read(task, reading) : apply(task, new Fact.Lacking());
    }

    /** Applies the passage of time, as of a listing: a launch that was not answered has failed. */
    AgentTask patience(AgentTask task) {
        boolean neverRan = task.run().isEmpty()
                && !task.activity().active()
                && task.session().undone().isEmpty();
        boolean launchOver = task.launch()
                .filter(launch -> over(launch.at(), Launch.PATIENCE))
                .isPresent();
        return neverRan && launchOver ? task.with(task.orders().refused(Reason.of(Reason.Code.NEVER_STARTED))) : task;
    }

    /** Notes that it was created and prompted from here. */
    AgentTask launched(AgentTask task, Launch launch) {
        return task.with(task.orders().launched(launch))
                .with(task.pulse().touched(revision))
                .with(task.sight().running());
    }

    /** Notes that the server that worked on it has ended, so that no further report will come. */
    AgentTask leftBehind(AgentTask task, Reason.Code why) {
        AgentTask idle = doing(task, Activity.idle());
        AgentTask known = idle.with(idle.pulse().readWhileIdle(AgentTask.READINGS_TO_BE_SURE));
        Sight sight = known.sight();
        return (task.activity().active()
                        ? known.with(sight.with(sight.ends().left(EndFacts.Left.of(task, why))))
                        : known)
                .with(task.run().isEmpty() ? known.orders().refused(Reason.of(why)) : known.orders());
    }

    private boolean over(Instant since, Duration patience) {
        return vigil.over(since, patience);
    }
}
