package taskglass.task.run;

/**
 * How much of a session's latest run is known: whether a message may be missing, and from where to read on.
 *
 * @param whole whether nothing is missing
 * @param at if whole: the store revision at which that was last certain; otherwise: the first revision at which a
 *     reading can fill the gap
 * @param refused whether the server refuses to return what is missing
 * @param to id of the newest closed message up to which everything is known; "" for none
 */
public record RunCoverage(boolean whole, long at, String to, boolean refused) {
    static final RunCoverage NONE = new RunCoverage(false, 0, "", false);

    /** The session was just created and has no messages yet. */
    static RunCoverage fromTheStart(long revision) {
        return new RunCoverage(true, revision, "", false);
    }

    /** Something may have been missed by now. */
    RunCoverage doubted(long revision) {
        return new RunCoverage(false, whole ? revision : Math.max(at, revision), to, false);
    }

    /** The stream reports a message. What came before it is certain only if the stream was not interrupted since. */
    RunCoverage continued(long turned, long revision) {
        return whole && at < turned ? doubted(revision) : this;
    }

    /** A reading of everything after {@code to}, asked for at that revision, has been merged. */
    RunCoverage read(long asked) {
        boolean mended = whole || at <= asked;
        return mended ? new RunCoverage(true, whole ? Math.max(at, asked) : asked, to, false) : this;
    }

    /** The message is closed: nothing can be added to it. */
    RunCoverage closed(String message) {
        return whole && message.compareTo(to) > 0 ? new RunCoverage(true, at, message, false) : this;
    }

    /** The known messages were not kept: the run must be read from its beginning. */
    RunCoverage forgotten() {
        return new RunCoverage(whole, at, "", refused);
    }

    /**
     * The server has refused to return what is missing. It is not asked again until something may have been missed
     * anew.
     */
    RunCoverage refusedToTell() {
        return whole ? this : new RunCoverage(false, at, to, true);
    }
}
