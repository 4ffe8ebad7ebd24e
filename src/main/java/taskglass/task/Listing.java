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

    /** The lists that a server keeps for each directory. */
    public enum Told {
        STATUS,
        PERMISSIONS,
        QUESTIONS;

        /** The list in which a request stands. */
        static Told of(Attention request) {
            return request.kind() == Attention.Kind.QUESTION ? QUESTIONS : PERMISSIONS;
        }
    }

    /** Sessions of a server: all of them, or those updated since the question's {@code since}. */
    public record Sessions(List<SessionInfo> found, boolean all) {}

    /**
     * The sessions of one directory ("" for any) that are doing something, by id; those not named are idle there.
     *
     * @param asks by session the requests that wait for a person; absent when not asked for
     * @param refused the lists that the server refuses to tell: what was known of them stays
     */
    public record Doings(
            String directory,
            Map<String, Activity> active,
            Optional<Map<String, List<Attention>>> asks,
            Set<Told> refused) {
        public Doings(String directory, Map<String, Activity> active) {
            this(directory, active, Optional.empty(), Set.of());
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
     * @param extent how much of the latest run it tells
     * @param through the session's {@code updated} time when the reading was asked for
     * @param partless the newest message, where it is an answer into which nothing has been written
     */
    public record Reading(
            TaskKey key, List<Fact> facts, boolean found, Extent extent, Instant through, Optional<Partless> partless) {
        public Reading(TaskKey key, List<Fact> facts, boolean found, boolean complete, Instant through) {
            this(key, facts, found, complete ? Extent.WHOLE : Extent.END, through, Optional.empty());
        }

        public Reading with(Optional<Partless> answer) {
            return new Reading(key, facts, found, extent, through, answer);
        }

        /** The same of a server that has refused to tell the rest. */
        public Reading refused() {
            return new Reading(key, facts, found, Extent.REFUSED, through, partless);
        }

        /** Whether no message of the latest run is missing. */
        public boolean complete() {
            return extent == Extent.WHOLE;
        }
    }

    /** How much of a run a reading tells. */
    public enum Extent {
        /** Its end, as was asked. */
        END,
        WHOLE,
        /** Its end, because the server refuses to tell the rest, and will again. */
        REFUSED
    }

    /**
     * An answer without any part.
     *
     * @param looked whether its directory was looked for, since it is one of this machine
     * @param directoryGone whether that is not there any more
     */
    public record Partless(String message, boolean looked, boolean directoryGone) {}
}
