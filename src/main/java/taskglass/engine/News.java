package taskglass.engine;

import taskglass.task.Change;

/**
 * Posts the changes of one watch until the watch is closed. After that nothing is posted any more, not even the answer
 * to an earlier request. Thread-safe.
 */
final class News implements AutoCloseable {
    private final Inbox inbox;
    private final Bugs bugs;
    private boolean closed;

    News(Inbox inbox, Bugs bugs) {
        this.inbox = inbox;
        this.bugs = bugs;
    }

    /** Posts a change, unless the watch is closed. A failure does not stop the calling thread. */
    synchronized void post(Change change) {
        if (!closed) {
            try {
                inbox.post(change);
            } catch (RuntimeException bug) {
                bugs.met(bug);
            }
        }
    }

    void bug(Throwable bug) {
        bugs.met(bug);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
