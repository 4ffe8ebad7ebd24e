package taskglass.task;

import java.time.Instant;

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
record Pulse(
        Activity activity, Instant since, long learnt, long touched, int idleReadings, Asks asks, PromptQueue queue) {
    static final Pulse NONE = new Pulse(Activity.idle(), Instant.EPOCH, 0, 0, 0, Asks.NONE, PromptQueue.EMPTY);

    Pulse now(Activity activity, Instant when, long revision) {
        Instant began = activity.equals(this.activity) ? since : when;
        int readings = activity.rests() ? idleReadings : 0;
        return new Pulse(activity, began, revision, revision, readings, activity.rests() ? Asks.NONE : asks, queue);
    }

    Pulse touched(long revision) {
        return new Pulse(activity, since, learnt, revision, idleReadings, asks, queue);
    }

    /** It continues, although its server is idle. */
    Pulse restless() {
        return new Pulse(activity, since, learnt, touched, 0, asks, queue);
    }

    Pulse readWhileIdle(int readings) {
        return new Pulse(activity, since, learnt, touched, idleReadings + readings, asks, queue);
    }

    Pulse asks(Asks now) {
        return new Pulse(activity, since, learnt, touched, idleReadings, now, queue);
    }

    Pulse queue(PromptQueue now) {
        return new Pulse(activity, since, learnt, touched, idleReadings, asks, now);
    }
}
