package taskglass.task;

import java.time.Duration;
import java.time.Instant;

/**
 * How one task changes by one fact: pure functions from a task to the next, at one revision and time.
 *
 * @param turned revision at which the server's event stream last came or went
 */
record TaskRules(long revision, Instant now, long turned) {

    AgentTask apply(AgentTask task, Fact fact) {
        if (task.deleted()) {
            return task;
        }
        return doubted(task, take(task.with(task.pulse().touched(revision)), fact));
    }

    private AgentTask take(AgentTask touched, Fact fact) {
        return switch (fact) {
            case Fact.Told(SessionInfo session) -> told(touched, session);
            case Fact.Deleted() -> touched.with(touched.sight().gone());
            case Fact.Doing(Activity activity) -> doing(touched, activity);
            case Fact.Asked(String id) -> touched.with(touched.pulse().asked(id));
            case Fact.Replied(String id) -> touched.with(touched.pulse().answered(id));
            case Fact.Erred(TaskError error) -> erred(touched, error);
            case Fact.Prompted p -> written(touched, p);
            case Fact.Answered a -> written(touched, a);
            case Fact.Called c -> written(touched, c);
            case Fact.Said s -> written(touched, s);
        };
    }

    /** A run that is first heard of while something may have been missed may have begun before: its calls are read. */
    private AgentTask doubted(AgentTask before, AgentTask after) {
        boolean begun = !after.run().map(Run::first).equals(before.run().map(Run::first));
        return begun && !sure(before) ? after.with(after.transcript().doubted(revision)) : after;
    }

    private boolean sure(AgentTask task) {
        return task.sight().sure() >= turned;
    }

    /** An event told of the session: as no message was missed, all up to this update is known. */
    private AgentTask told(AgentTask task, SessionInfo session) {
        AgentTask known = listed(task, session);
        if (session.updated().equals(session.times().created())) {
            return known.with(known.sight().sureAt(revision));
        }
        boolean covered =
                sure(task) && task.run().filter(run -> run.tools().exact()).isPresent();
        return covered ? known.with(known.sight().through(session.updated())) : known;
    }

    /** A listing told of the session: whether its messages are known is another matter. */
    static AgentTask listed(AgentTask task, SessionInfo session) {
        return task.with(task.session().merge(session));
    }

    AgentTask doing(AgentTask task, Activity activity) {
        AgentTask now = task.with(task.pulse().now(activity, now(), revision));
        if (!activity.active() || task.activity().active()) {
            return now;
        }
        AgentTask awake = now.with(now.sight().running());
        boolean goesOn = task.run().isPresent()
                && task.outcome().isEmpty()
                && task.transcript().waiting().isEmpty();
        return goesOn ? awake : anew(awake);
    }

    private AgentTask anew(AgentTask task) {
        return task.with(task.orders().cancel(Cancel.notAsked()))
                .with(task.transcript().busy(now, revision));
    }

    /** An error of a run; or of a prompt that never became one, which some servers tell and never mention again. */
    private AgentTask erred(AgentTask task, TaskError error) {
        if (task.run().isEmpty() && task.launch().isPresent()) {
            return task.with(task.orders().refused(Reason.said(error)));
        }
        AgentTask begun =
                task.run().isPresent() ? task : task.with(task.transcript().busy(now, revision));
        return begun.with(begun.transcript().heard(error));
    }

    /** Takes in a fact about messages, from an event or a reading. */
    AgentTask written(AgentTask task, Fact fact) {
        Transcript known = task.transcript();
        return switch (fact) {
            case Fact.Prompted(Prompt prompt, Assignment assignment) ->
                assigned(task, assignment)
                        .with(
                                sure(task)
                                        ? known.prompted(prompt, task.activity().active())
                                        : known.promptedAfterGap(prompt));
            case Fact.Answered(AssistantMessage message) ->
                assigned(task, message.assignment()).with(known.answered(message, revision));
            case Fact.Called(ToolCall call) -> task.with(known.called(call, now, revision));
            case Fact.Said(String message, String text) -> task.with(known.said(message, text));
            default -> task;
        };
    }

    private AgentTask replayed(AgentTask task, Fact fact) {
        return fact instanceof Fact.Answered(AssistantMessage message)
                ? assigned(task, message.assignment()).with(task.transcript().replayed(message, revision))
                : written(task, fact);
    }

    private static AgentTask assigned(AgentTask task, Assignment assignment) {
        return task.with(task.session().assigned(assignment.or(task.session().assignment())));
    }

    /** A reading that was asked for at the given revision. */
    AgentTask read(AgentTask task, Listing.Reading reading, long asked) {
        if (!reading.found()) {
            return apply(task, new Fact.Deleted());
        }
        TaskRules then = new TaskRules(asked, now, Long.MAX_VALUE);
        AgentTask read = reading.complete() ? task.with(task.transcript().toBeReplayed(reading.facts())) : task;
        read = read.with(task.sight().through(reading.through()).sureAt(asked));
        for (Fact fact : reading.facts()) {
            read = reading.complete() ? then.replayed(read, fact) : then.written(read, fact);
        }
        Transcript now = reading.complete()
                ? read.transcript().recalling(task.transcript()).readAt(asked)
                : read.transcript().glimpsed(task.transcript(), asked);
        return lookedWhileIdle(read.with(now), asked);
    }

    private AgentTask lookedWhileIdle(AgentTask task, long asked) {
        if (task.activity().active()
                || task.pulse().learnt() > asked
                || task.outcome().isPresent()) {
            return task;
        }
        boolean still = Duration.between(task.session().updated(), now).compareTo(AgentTask.STILLNESS) > 0;
        boolean closed =
                task.run().flatMap(Run::last).map(AssistantMessage::closed).orElse(true);
        int readings = still ? AgentTask.READINGS_TO_BE_SURE : closed ? 1 : 0;
        return task.with(task.pulse().readWhileIdle(readings));
    }

    /** What time brings, as of a listing: a launch nobody answered has failed, a cancel nobody heeded is told. */
    AgentTask patience(AgentTask task) {
        boolean neverRan = task.run().isEmpty() && !task.activity().active();
        boolean launchOver = task.launch()
                .filter(launch -> over(launch.at(), Launch.PATIENCE))
                .isPresent();
        if (neverRan && launchOver) {
            return task.with(task.orders().refused(Reason.of(Reason.Code.NEVER_STARTED)));
        }
        if (task.cancel() instanceof Cancel.Asked(Instant at)
                && task.activity().active()
                && over(at, Cancel.PATIENCE)) {
            return task.with(task.orders().cancel(new Cancel.Ignored("")));
        }
        return task;
    }

    /** The server that worked on it has ended: nobody will say so any more. */
    AgentTask leftBehind(AgentTask task) {
        AgentTask idle = doing(task, Activity.idle());
        return idle.with(idle.pulse().readWhileIdle(AgentTask.READINGS_TO_BE_SURE));
    }

    private boolean over(Instant since, Duration patience) {
        return since.plus(patience).isBefore(now);
    }
}
