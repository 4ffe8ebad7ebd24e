package taskglass.engine;

import taskglass.task.Change;

/**
 * What one watch has to tell: nothing of it comes in any more once the watch has been closed, not even the answer to what
 * was asked before. Safe from any thread.
 */
final class News implements AutoCloseable {
    private final Inbox inbox;
    private final Bugs bugs;
    private boolean closed;

    News(Inbox inbox, Bugs bugs) {
        this.inbox = inbox;
        this.bugs = bugs;
    }

    /** Either before the watch is closed, or not at all. Whatever comes of it, its thread goes on. */
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
