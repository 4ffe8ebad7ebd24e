package taskglass.task.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.task.Activity;
import taskglass.task.TaskKey;
import taskglass.task.request.Attention;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;

/**
 * The answer to one {@link ListingRequest}: what a server reported about itself at one time.
 *
 * @param at when it was complete
 */
public record Listing(
        ListingRequest question,
        Instant at,
        Sessions sessions,
        List<DirectoryActivity> doings,
        List<Reading> readings) {

    /** The lists that a server keeps for each directory. */
    public enum DirectoryList {
        STATUS,
        PERMISSIONS,
        QUESTIONS;

        /** Returns the list that contains a request. */
        public static DirectoryList of(Attention request) {
            return request.kind() == Attention.Kind.QUESTION ? QUESTIONS : PERMISSIONS;
        }
    }

    /** The sessions of a server: all of them, or those updated since the question's {@code since}. */
    public record Sessions(List<SessionInfo> found, boolean all) {}

    /**
     * The active sessions of one directory ("" for any), by id. All other sessions are idle there.
     *
     * @param asks the requests that wait for the user, by session; absent if not asked for
     * @param refused the lists that the server refuses to return; their known content stays
     */
    public record DirectoryActivity(
            String directory,
            Map<String, Activity> active,
            Optional<Map<String, List<Attention>>> asks,
            Set<DirectoryList> refused) {
        public DirectoryActivity(String directory, Map<String, Activity> active) {
            this(directory, active, Optional.empty(), Set.of());
        }

        /**
         * Whether it lists the active sessions of all directories. It then says nothing about the sessions it does not
         * contain.
         */
        public boolean anywhere() {
            return directory.isEmpty();
        }
    }

    /**
     * Messages of one session, oldest first, as facts.
     *
     * @param found false if the server has no such session
     * @param extent how much of the latest run it contains
     * @param through the session's {@code updated} time when the reading was asked for
     * @param partless the newest message, if it is an empty answer
     */
    public record Reading(
            TaskKey key, List<Fact> facts, boolean found, Extent extent, Instant through, Optional<Partless> partless) {
        public Reading(TaskKey key, List<Fact> facts, boolean found, boolean complete, Instant through) {
            this(key, facts, found, complete ? Extent.WHOLE : Extent.END, through, Optional.empty());
        }

        public Reading with(Optional<Partless> answer) {
            return new Reading(key, facts, found, extent, through, answer);
        }

        /** Returns the same reading, from a server that has refused to return the rest. */
        public Reading refused() {
            return new Reading(key, facts, found, Extent.REFUSED, through, partless);
        }

        /** Whether no message of the latest run is missing. */
        public boolean complete() {
            return extent == Extent.WHOLE;
        }
    }

    /** How much of a run a reading contains. */
    public enum Extent {
        /** Its end, as requested. */
        END,
        WHOLE,
        /** Its end only, because the server refuses to return the rest, and will refuse again. */
        REFUSED
    }

    /**
     * An answer without any part.
     *
     * @param looked whether its directory was looked for, because it is on this machine
     * @param directoryGone whether the directory no longer exists
     */
    public record Partless(String message, boolean looked, boolean directoryGone) {}
}
