package taskglass.task;

/**
 * How much of a session's latest run is known: whether a message may be missing, and from where to read on.
 *
 * @param whole whether nothing is missing
 * @param at if whole: the store revision at which that was last certain; otherwise: the first revision at which a
 *     reading can fill the gap
 * @param refused whether the server refuses to return what is missing
 * @param to id of the newest closed message up to which everything is known; "" for none
 */
record Coverage(boolean whole, long at, String to, boolean refused) {
    static final Coverage NONE = new Coverage(false, 0, "", false);

    /** The session was just created and has no messages yet. */
    static Coverage fromTheStart(long revision) {
        return new Coverage(true, revision, "", false);
    }

    /** Something may have been missed by now. */
    Coverage doubted(long revision) {
        return new Coverage(false, whole ? revision : Math.max(at, revision), to, false);
    }

    /** The stream reports a message. What came before it is certain only if the stream was not interrupted since. */
    Coverage continued(long turned, long revision) {
        return whole && at < turned ? doubted(revision) : this;
    }

    /** A reading of everything after {@code to}, asked for at that revision, has been merged. */
    Coverage read(long asked) {
        boolean mended = whole || at <= asked;
        return mended ? new Coverage(true, whole ? Math.max(at, asked) : asked, to, false) : this;
    }

    /** The message is closed: nothing can be added to it. */
    Coverage closed(String message) {
        return whole && message.compareTo(to) > 0 ? new Coverage(true, at, message, false) : this;
    }

    /** The known messages were not kept: the run must be read from its beginning. */
    Coverage forgotten() {
        return new Coverage(whole, at, "", refused);
    }

    /**
     * The server has refused to return what is missing. It is not asked again until something may have been missed
     * anew.
     */
    Coverage refusedToTell() {
        return whole ? this : new Coverage(false, at, to, true);
    }
}
