package taskglass.engine.monitor;

import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.task.store.Change;

/**
 * Posts the changes of one watch until the watch is closed. After that nothing is posted any more, not even the answer
 * to an earlier request. Thread-safe.
 */
public final class MonitorUpdates implements AutoCloseable {
    private final Inbox inbox;
    private final InternalErrors errors;
    private boolean closed;

    public MonitorUpdates(Inbox inbox, InternalErrors errors) {
        this.inbox = inbox;
        this.errors = errors;
    }

    /** Posts a change, unless the watch is closed. A failure does not stop the calling thread. */
    synchronized void post(Change change) {
        if (!closed) {
            try {
                inbox.post(change);
            } catch (RuntimeException bug) {
                errors.report(bug);
            }
        }
    }

    void reportError(Throwable bug) {
        errors.report(bug);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }
}
