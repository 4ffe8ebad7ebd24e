package taskglass.task.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.task.ServerId;
import taskglass.task.run.SessionInfo;

/**
 * What one poll asks a server. It depends on what changed, not on how much exists.
 *
 * @param asked store revision at which it was asked
 * @param since asks for sessions updated at or after this; empty asks for all
 * @param directories whose status maps are needed because something in them is not settled; an open stream may be
 *     silent
 * @param waiting those of them whose requests for the user are asked for
 * @param attention whether to ask for the requests of all directories
 * @param reads sessions whose newest messages are needed
 */
public record ListingRequest(
        ServerId server,
        long asked,
        Optional<Instant> since,
        List<String> directories,
        Set<String> waiting,
        boolean attention,
        List<Read> reads) {

    /**
     * One session to read.
     *
     * @param knownTo id of a message up to which everything is known; "" for none
     * @param wholeRun whether every message of the latest run is needed, or only its end
     * @param ourFiles whether the session's directory is on this machine and can be checked from here
     */
    public record Read(SessionInfo session, String knownTo, boolean wholeRun, boolean ourFiles) {
        public Read(SessionInfo session, String knownTo, boolean wholeRun) {
            this(session, knownTo, wholeRun, false);
        }

        /** Returns the same read for the current state of the session. */
        public Read of(SessionInfo now) {
            return new Read(now, knownTo, wholeRun, ourFiles);
        }
    }
}
