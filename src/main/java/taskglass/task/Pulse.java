package taskglass.task;

import java.time.Instant;

/**
 * The signs of life of a session.
 *
 * @param since when the activity was learnt
 * @param learnt revision of the book at which the activity was learnt
 * @param touched revision of the book at which anything was last heard of the session
 * @param idleReadings how often its newest message was read since it went idle without telling how it ended
 * @param asks what it asks a person
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

    /** It goes on, although its server is idle. */
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
