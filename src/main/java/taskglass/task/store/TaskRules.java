package taskglass.task.store;

import java.time.Duration;
import java.time.Instant;
import taskglass.task.Activity;
import taskglass.task.Assignment;
import taskglass.task.Reason;
import taskglass.task.TaskError;
import taskglass.task.ToolCall;
import taskglass.task.request.Attention;
import taskglass.task.request.Launch;
import taskglass.task.run.AssistantMessage;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.task.run.Run;
import taskglass.task.run.RunHistory;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.AgentTask;
import taskglass.task.status.BusyRule;
import taskglass.task.status.CancelState;
import taskglass.task.status.EndEvidence;
import taskglass.task.status.Listing;
import taskglass.task.status.OpenRequests;
import taskglass.task.status.SessionPresence;
import taskglass.task.status.SessionPresence.Presence;

/**
 * Updates one task with one fact. The methods are pure functions from a task to its next state, at one revision and
 * time.
 *
 * @param turned revision at which the server's event stream last started or stopped
 * @param span how long the server has been polled
 * @param elsewhere which other processes could be working on what a server does not run
 */
record TaskRules(long revision, Instant now, long turned, ObservationSpan span, OtherWorkers elsewhere) {

    /** Applies a fact from the event stream, which reports only what its own server works on. */
    AgentTask applyEvent(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        AgentTask known =
                BusyRule.answerMissed(task, fact) ? task.with(task.history().doubted(revision)) : task;
        AgentTask applied = BusyRule.isLate(known, fact)
                ? known.with(known.sessionActivity().touched(revision))
                : apply(known, fact);
        AgentTask after = BusyRule.commandBegan(known, applied) ? withSideActivity(applied) : applied;
        SessionPresence sessionPresence = after.presence().lastEvent(now);
        // A server also reports a session, and that it is idle, if a user renamed or aborted what runs elsewhere.
        boolean works = fact.tellsOfLife() && !fact.tellsOfTheSession();
        return after.with(works ? sessionPresence.owned(after.history().newestPrompt()) : sessionPresence);
    }

    /** A shell command is accepted only from an idle session: an end of its run that was not reported was missed. */
    private AgentTask withSideActivity(AgentTask task) {
        AgentTask busy = withActivity(task, Activity.busy());
        boolean endMissed = task.run().filter(run -> run.outcome().isEmpty()).isPresent();
        return endMissed ? busy.with(busy.history().doubted(revision)) : busy;
    }

    AgentTask apply(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        return applyFact(task.with(task.sessionActivity().touched(revision)), fact);
    }

    private AgentTask applyFact(AgentTask touched, Fact fact) {
        return switch (fact) {
            case Fact.Session(SessionInfo session) -> withSession(touched, session);
            case Fact.Deleted() -> touched.with(touched.presence().now(Presence.DELETED));
            case Fact.Lacking() -> touched.with(touched.presence().now(Presence.LACKING));
            case Fact.Doing(Activity activity) ->
                withActivity(touched, activity, touched.history().behind());
            case Fact.Changed changed -> changed(touched, touched.session().changed(changed));
            case Fact.Missed() -> touched.with(touched.history().doubted(revision));
            case Fact.Enqueued _, Fact.Dequeued _, Fact.Waiting _, Fact.Dropped _ -> touched.queue(fact);
            case Fact.Alive() -> touched;
            case Fact.Archived() -> touched;
            case Fact.Asked(Attention request) ->
                asks(touched, touched.sessionActivity().asks().asked(request, now));
            case Fact.Replied(String id) ->
                asks(touched, touched.sessionActivity().asks().answered(id));
            case Fact.Erred(TaskError error) -> erred(working(touched), error);
            case Fact.Prompted p -> written(touched, p);
            case Fact.Answered a -> working(written(touched, a));
            case Fact.Called c -> working(written(touched, c));
            case Fact.Text text -> touched.with(touched.history().withText(text));
            case Fact.Sent sent -> touched.with(touched.history().sent(sent));
            case Fact.Delegated d -> touched;
            case Fact.Removed(String message) -> touched.with(touched.history().removed(message, revision));
        };
    }

    static AgentTask asks(AgentTask task, OpenRequests now) {
        return task.with(task.sessionActivity().asks(now));
    }

    /** The stream reports work. Whatever else was missed, the work was seen from this window. */
    static AgentTask working(AgentTask task) {
        return task.history().lastSideMessage().isPresent()
                ? task
                : task.with(task.presence().running());
    }

    private AgentTask withSession(AgentTask task, SessionInfo session) {
        AgentTask known = listed(task, session, revision);
        boolean isNew = session.updated().equals(session.times().created());
        return isNew ? known.with(known.history().created(revision)) : known;
    }

    private AgentTask changed(AgentTask task, SessionInfo session) {
        return task.with(session).with(task.history().undone(session.undone(), revision));
    }

    /** Whether a listed session changes nothing. This is true for most sessions of a full listing. */
    static boolean isUnchangedBy(AgentTask task, SessionInfo session) {
        return task.session().equals(session) && !task.deleted();
    }

    /** Applies a listed session. Whether its messages are known is a separate matter. */
    static AgentTask listed(AgentTask task, SessionInfo session, long revision) {
        SessionPresence sessionPresence = task.presence();
        boolean back = sessionPresence.presence() == Presence.LACKING;
        SessionInfo merged = task.session().merge(session);
        return (back ? task.with(sessionPresence.now(Presence.THERE)) : task)
                .with(merged)
                .with(task.history().undone(merged.undone(), revision));
    }

    /** Applies an activity from a listing. */
    AgentTask withActivity(AgentTask task, Activity activity) {
        return withActivity(task, activity, false);
    }

    /** Applies an activity. A late report, after newer messages are known, says nothing about the latest run. */
    private AgentTask withActivity(AgentTask task, Activity activity, boolean late) {
        AgentTask now = task.with(task.sessionActivity().now(activity, now(), revision));
        return activity.active() ? owned(wake(task, now, late)) : now;
    }

    static AgentTask owned(AgentTask active) {
        return active.with(active.presence().owned(active.history().newestPrompt()));
    }

    private AgentTask wake(AgentTask task, AgentTask now, boolean late) {
        if (task.activity().active()) {
            return now;
        }
        if (task.history().lastSideMessage().isPresent() && !task.history().waiting()) {
            return now;
        }
        // The messages show what began. It may not be a run.
        boolean unexplained = task.outcome().isPresent() && !task.history().waiting();
        AgentTask awake = unexplained ? now : working(now);
        boolean goesOn = task.run().isPresent()
                && task.outcome().isEmpty()
                && !task.history().waiting();
        return goesOn || late ? awake : startRun(awake);
    }

    /** A run begins, and no cancel was requested for it. A launch that was to be canceled keeps its cancel request. */
    private AgentTask startRun(AgentTask task) {
        CancelState cancel = task.run().isEmpty() ? task.cancel() : CancelState.notAsked();
        return task.with(task.requested().cancel(cancel)).with(task.history().busy(now));
    }

    /** An error of a run, or of a prompt that never became one. Some servers report it once and never again. */
    private AgentTask erred(AgentTask task, TaskError error) {
        return task.run().isEmpty() && task.launch().isPresent()
                ? task.with(task.requested().refused(Reason.fromServer(error)))
                : task.with(task.history().erred(error, now));
    }

    /** Applies a message reported by the stream. */
    private AgentTask written(AgentTask task, Fact fact) {
        RunHistory known = task.history().continued(turned, revision);
        RunHistory then = switch (fact) {
            case Fact.Prompted(Prompt prompt, var assignment) ->
                known.overtaken(prompt.id(), revision).prompted(prompt);
            case Fact.Answered(AssistantMessage message) ->
                known.overtaken(message.id(), revision).answered(message, revision);
            case Fact.Called(ToolCall call) -> known.withCall(call, now, revision);
            default -> known;
        };
        return lookedAnew(task, assigned(task, fact).with(then));
    }

    /** Readings made at an earlier message say nothing about the newest one. */
    static AgentTask lookedAnew(AgentTask before, AgentTask after) {
        boolean sameEnd = before.run().map(Run::newest).equals(after.run().map(Run::newest));
        return sameEnd
                ? after
                : after.with(after.sessionActivity()
                        .readWhileIdle(-after.sessionActivity().idleReadings()));
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
        return neverRan && launchOver
                ? task.with(task.requested().refused(Reason.of(Reason.Code.NEVER_STARTED)))
                : task;
    }

    /** Notes that it was created and prompted from here. */
    AgentTask launched(AgentTask task, Launch launch) {
        return task.with(task.requested().launched(launch))
                .with(task.sessionActivity().touched(revision))
                .with(task.presence().running());
    }

    /** Notes that the server that worked on it has ended, so that no further report will come. */
    AgentTask processEnded(AgentTask task, Reason.Code why) {
        AgentTask idle = withActivity(task, Activity.idle());
        AgentTask known = idle.with(idle.sessionActivity().readToBeSure());
        SessionPresence sessionPresence = known.presence();
        return (task.activity().active()
                        ? known.with(sessionPresence.with(
                                sessionPresence.ends().processEnd(EndEvidence.ProcessEnd.of(task, why))))
                        : known)
                .with(task.run().isEmpty() ? known.requested().refused(Reason.of(why)) : known.requested());
    }

    private boolean over(Instant since, Duration patience) {
        return span.over(since, patience);
    }
}
