package taskglass.opencode.events;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import taskglass.opencode.events.EventWire.SessionFact;
import taskglass.task.TaskKey;
import taskglass.task.run.Fact;

/**
 * Lets through only one bare sign of life per session every few seconds, and everything else always. Text arrives in
 * pieces, hundreds a second, and that a session is writing is news for a moment only. Used only by the thread that
 * reads the stream.
 */
public final class ActivityThrottle {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int SESSIONS_REMEMBERED = 1000;

    private final SequencedMap<TaskKey, Instant> passed = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<TaskKey, Instant> eldest) {
            return size() > SESSIONS_REMEMBERED;
        }
    };

    public boolean passes(SessionFact fact, Instant now) {
        if (!(fact.fact() instanceof Fact.Alive)) {
            return true;
        }
        Instant before = passed.getOrDefault(fact.key(), Instant.MIN);
        if (now.isBefore(before.plus(PAUSE))) {
            return false;
        }
        passed.put(fact.key(), now);
        return true;
    }
}
