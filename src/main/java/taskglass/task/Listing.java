package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to one {@link Question}: what a server said of itself at one time.
 *
 * @param at when it was complete
 */
public record Listing(Question question, Instant at, Sessions sessions, List<Doings> doings, List<Reading> readings) {

    /** Sessions of a server: all of them, or those updated since the question's {@code since}. */
    public record Sessions(List<SessionInfo> found, boolean all) {}

    /**
     * The sessions of one directory ("" for any) that are doing something, by id; those not named are idle there.
     *
     * @param asks by session the requests that wait for a person; absent when not asked for, or not told
     */
    public record Doings(String directory, Map<String, Activity> active, Optional<Map<String, List<Attention>>> asks) {
        public Doings(String directory, Map<String, Activity> active) {
            this(directory, active, Optional.empty());
        }

        /** Whether it tells who works wherever that is, and nothing of those whom it does not name. */
        boolean anywhere() {
            return directory.isEmpty();
        }
    }

    /**
     * Messages of one session, oldest first, told as facts.
     *
     * @param found false when the server has no such session
     * @param complete whether no message of the latest run is missing
     * @param through the session's {@code updated} time when the reading was asked for
     * @param partless the newest message, where it is an answer into which nothing has been written
     */
    public record Reading(
            TaskKey key,
            List<Fact> facts,
            boolean found,
            boolean complete,
            Instant through,
            Optional<Partless> partless) {
        public Reading(TaskKey key, List<Fact> facts, boolean found, boolean complete, Instant through) {
            this(key, facts, found, complete, through, Optional.empty());
        }

        public Reading with(Optional<Partless> answer) {
            return new Reading(key, facts, found, complete, through, answer);
        }
    }

    /**
     * An answer without any part.
     *
     * @param looked whether its directory was looked for, since it is one of this machine
     * @param directoryGone whether that is not there any more
     */
    public record Partless(String message, boolean looked, boolean directoryGone) {}
}
