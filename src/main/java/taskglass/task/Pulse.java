package taskglass.task;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * The signs of life of a session.
 *
 * @param since when the activity was learnt
 * @param learnt revision of the book at which the activity was learnt
 * @param touched revision of the book at which anything was last heard of the session
 * @param idleReadings how often its newest message was read since it went idle without telling how it ended
 * @param asks ids of the permission requests and questions that wait for a person
 */
record Pulse(Activity activity, Instant since, long learnt, long touched, int idleReadings, Set<String> asks) {
    static final Pulse NONE = new Pulse(Activity.idle(), Instant.EPOCH, 0, 0, 0, Set.of());

    Pulse now(Activity activity, Instant when, long revision) {
        Instant began = activity.equals(this.activity) ? since : when;
        int readings = activity.active() ? 0 : idleReadings;
        Set<String> open = activity.active() ? asks : Set.of();
        return new Pulse(activity, began, revision, revision, readings, open);
    }

    Pulse touched(long revision) {
        return new Pulse(activity, since, learnt, revision, idleReadings, asks);
    }

    Pulse readWhileIdle(int readings) {
        return new Pulse(activity, since, learnt, touched, idleReadings + readings, asks);
    }

    Pulse asked(String id) {
        Set<String> more = new HashSet<>(asks);
        more.add(id);
        return new Pulse(activity, since, learnt, touched, idleReadings, Set.copyOf(more));
    }

    Pulse asks(Set<String> ids) {
        return new Pulse(activity, since, learnt, touched, idleReadings, Set.copyOf(ids));
    }

    Pulse answered(String id) {
        Set<String> fewer = new HashSet<>(asks);
        fewer.remove(id);
        return new Pulse(activity, since, learnt, touched, idleReadings, Set.copyOf(fewer));
    }
}
