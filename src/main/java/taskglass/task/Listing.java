package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The answer to one {@link Question}: what a server said of itself at one time.
 *
 * @param at when it was complete
 */
public record Listing(Question question, Instant at, Sessions sessions, List<Doings> doings, List<Reading> readings) {

    /** Sessions of a server: all of them, or those updated since the question's {@code since}. */
    public record Sessions(List<SessionInfo> found, boolean all) {}

    /**
     * The sessions of one directory that are doing something, by id; those not named are idle.
     *
     * @param asks by session the ids of the requests that wait for a person; absent when not asked for, or not told
     */
    public record Doings(String directory, Map<String, Activity> active, Optional<Map<String, Set<String>>> asks) {
        public Doings(String directory, Map<String, Activity> active) {
            this(directory, active, Optional.empty());
        }
    }

    /**
     * Messages of one session, oldest first, told as facts.
     *
     * @param found false when the server has no such session
     * @param complete whether no message of the latest run is missing
     * @param through the session's {@code updated} time when the reading was asked for
     */
    public record Reading(TaskKey key, List<Fact> facts, boolean found, boolean complete, Instant through) {}
}
