package taskglass.task.status;

import java.time.Instant;
import taskglass.task.Activity;
import taskglass.task.run.PromptQueue;

/**
 * The signs of life of a session.
 *
 * @param since when the activity became known
 * @param learnt store revision at which the activity became known
 * @param touched store revision at which anything was last reported about the session
 * @param idleReadings how often its newest message was read since it became idle without showing how it ended
 * @param asks its requests to the user
 * @param queue the prompts that wait in it
 */
public record SessionActivity(
        Activity activity,
        Instant since,
        long learnt,
        long touched,
        int idleReadings,
        OpenRequests asks,
        PromptQueue queue) {
    /** How often a message that does not show how it ended is read before its run counts as ended. */
    static final int READINGS_TO_BE_SURE = 2;

    static final SessionActivity NONE =
            new SessionActivity(Activity.idle(), Instant.EPOCH, 0, 0, 0, OpenRequests.NONE, PromptQueue.EMPTY);

    public SessionActivity now(Activity activity, Instant when, long revision) {
        Instant began = activity.equals(this.activity) ? since : when;
        int readings = activity.rests() ? idleReadings : 0;
        return new SessionActivity(
                activity, began, revision, revision, readings, activity.rests() ? OpenRequests.NONE : asks, queue);
    }

    public SessionActivity touched(long revision) {
        return new SessionActivity(activity, since, learnt, revision, idleReadings, asks, queue);
    }

    /** It continues, although its server is idle. */
    public SessionActivity restless() {
        return new SessionActivity(activity, since, learnt, touched, 0, asks, queue);
    }

    public SessionActivity readWhileIdle(int readings) {
        return new SessionActivity(activity, since, learnt, touched, idleReadings + readings, asks, queue);
    }

    /** It was read while idle so often that its run has ended. */
    public SessionActivity readToBeSure() {
        return readWhileIdle(READINGS_TO_BE_SURE);
    }

    public SessionActivity asks(OpenRequests now) {
        return new SessionActivity(activity, since, learnt, touched, idleReadings, now, queue);
    }

    SessionActivity queue(PromptQueue now) {
        return new SessionActivity(activity, since, learnt, touched, idleReadings, asks, now);
    }
}
