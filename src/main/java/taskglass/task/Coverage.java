package taskglass.task;

/**
 * How much of a session's latest run is known: whether a message may be missing, and from where to read on.
 *
 * @param whole whether nothing is missing
 * @param at whole: revision of the book at which that was last certain; else: the first at which a reading can mend it
 * @param refused whether the server will not tell what is missing
 * @param to id of the newest closed message up to which all is known; "" for none
 */
record Coverage(boolean whole, long at, String to, boolean refused) {
    static final Coverage NONE = new Coverage(false, 0, "", false);

    /** The session was created before our eyes: it has no messages yet. */
    static Coverage fromTheStart(long revision) {
        return new Coverage(true, revision, "", false);
    }

    /** Something may have been missed by now. */
    Coverage doubted(long revision) {
        return new Coverage(false, whole ? revision : Math.max(at, revision), to, false);
    }

    /** The stream tells of a message: what came before it is certain only if the stream has not turned since. */
    Coverage continued(long turned, long revision) {
        return whole && at < turned ? doubted(revision) : this;
    }

    /** A reading of all after {@code to}, asked for at that revision, has been taken in. */
    Coverage read(long asked) {
        boolean mended = whole || at <= asked;
        return mended ? new Coverage(true, whole ? Math.max(at, asked) : asked, to, false) : this;
    }

    /** That message is closed: nothing can be added to it. */
    Coverage closed(String message) {
        return whole && message.compareTo(to) > 0 ? new Coverage(true, at, message, false) : this;
    }

    /** What was known is not kept: the run is to be read from its beginning. */
    Coverage forgotten() {
        return new Coverage(whole, at, "", refused);
    }

    /** The server has refused to tell what is missing: it is not asked again until something may have been missed anew. */
    Coverage refusedToTell() {
        return whole ? this : new Coverage(false, at, to, true);
    }
}
