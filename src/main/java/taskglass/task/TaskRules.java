package taskglass.task;

import java.time.Duration;
import java.time.Instant;
import taskglass.task.Sight.Presence;

/**
 * How one task changes by one fact: pure functions from a task to the next, at one revision and time.
 *
 * @param turned revision at which the server's event stream last came or went
 * @param vigil how long the server has been looked at
 * @param elsewhere who else could be at work on what a server does not run
 */
record TaskRules(long revision, Instant now, long turned, Vigil vigil, Elsewhere elsewhere) {

    /** Told by the event stream, which tells only of what its own server works on. */
    AgentTask heard(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        AgentTask known =
                Busy.answerMissed(task, fact) ? task.with(task.transcript().doubted(revision)) : task;
        AgentTask applied = Busy.isLate(known, fact) ? known.with(known.pulse().touched(revision)) : apply(known, fact);
        AgentTask after = Busy.commandBegan(known, applied) ? beside(applied) : applied;
        Sight sight = after.sight().heard(now);
        // A server tells of a session, and that it is idle, also when somebody renamed or aborted what runs elsewhere.
        boolean works = fact.tellsOfLife() && !fact.tellsOfTheSession();
        return after.with(works ? sight.owned(after.transcript().newestPrompt()) : sight);
    }

    /** A command is taken only from a session that rests: if nobody told the end of its run, that was missed. */
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
            case Fact.Changed changed -> changed(touched, touched.session().changed(changed));
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

    /** The stream tells of work: whatever else of it was missed, it was done in our sight. */
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

    private AgentTask changed(AgentTask task, SessionInfo session) {
        return task.with(session).with(task.transcript().undone(session.undone(), revision));
    }

    /** Whether a listing that tells this of it changes nothing: what most of a listing of all sessions does. */
    static boolean isToldAlready(AgentTask task, SessionInfo session) {
        return task.session().equals(session) && !task.deleted();
    }

    /** A listing told of the session: whether its messages are known is another matter. */
    static AgentTask listed(AgentTask task, SessionInfo session, long revision) {
        Sight sight = task.sight();
        boolean back = sight.presence() == Presence.LACKING;
        SessionInfo merged = task.session().merge(session);
        return (back ? task.with(sight.now(Presence.THERE)) : task)
                .with(merged)
                .with(task.transcript().undone(merged.undone(), revision));
    }

    /** What a listing told of it. */
    AgentTask doing(AgentTask task, Activity activity) {
        return doing(task, activity, false);
    }

    /** What is told late, after messages that came later are known, says nothing of the latest run. */
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
        // What began is told by its messages: it may be no run.
        boolean unexplained = task.outcome().isPresent() && !task.transcript().waiting();
        AgentTask awake = unexplained ? now : working(now);
        boolean goesOn = task.run().isPresent()
                && task.outcome().isEmpty()
                && !task.transcript().waiting();
        return goesOn || late ? awake : anew(awake);
    }

    /** A run begins, and nobody has asked to cancel this one; a launch that was to be cancelled stays so. */
    private AgentTask anew(AgentTask task) {
        Cancel wish = task.run().isEmpty() ? task.cancel() : Cancel.notAsked();
        return task.with(task.orders().cancel(wish)).with(task.transcript().busy(now));
    }

    /** An error of a run; or of a prompt that never became one, which some servers tell and never mention again. */
    private AgentTask erred(AgentTask task, TaskError error) {
        return task.run().isEmpty() && task.launch().isPresent()
                ? task.with(task.orders().refused(Reason.said(error)))
                : task.with(task.transcript().erred(error, now));
    }

    /** The stream told of a message. */
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

    /** Looks that were taken at an earlier message say nothing of the newest. */
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

    /** A reading that was asked for at the given revision. */
    AgentTask read(AgentTask task, Listing.Reading reading, long asked) {
        return reading.found() ? new ReadingRules(this, asked).read(task, reading) : apply(task, new Fact.Lacking());
    }

    /** What time brings, as of a listing: a launch nobody answered has failed. */
    AgentTask patience(AgentTask task) {
        boolean neverRan = task.run().isEmpty()
                && !task.activity().active()
                && task.session().undone().isEmpty();
        boolean launchOver = task.launch()
                .filter(launch -> over(launch.at(), Launch.PATIENCE))
                .isPresent();
        return neverRan && launchOver ? task.with(task.orders().refused(Reason.of(Reason.Code.NEVER_STARTED))) : task;
    }

    /** It was created and prompted from here. */
    AgentTask launched(AgentTask task, Launch launch) {
        return task.with(task.orders().launched(launch))
                .with(task.pulse().touched(revision))
                .with(task.sight().running());
    }

    /** The server that worked on it has ended: nobody will say so any more. */
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
