package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one poll asks a server: it follows what changed, not how much there is.
 *
 * @param asked revision of the book at which it was asked
 * @param since asks for sessions updated at or after this; empty asks for all
 * @param directories whose status maps are needed, because something in them is not settled: a stream that is open may
 *     be mute
 * @param waiting those of them in which it is asked who waits for a person
 * @param attention whether to ask that everywhere
 * @param reads sessions whose newest messages are needed
 */
public record Question(
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
     * @param knownTo id of a message up to which all is known; "" for none
     * @param wholeRun whether every message of the latest run is wanted, or only its end
     * @param ourFiles whether the session's directory is one of this machine, to be looked at from here
     */
    public record Read(SessionInfo session, String knownTo, boolean wholeRun, boolean ourFiles) {
        public Read(SessionInfo session, String knownTo, boolean wholeRun) {
            this(session, knownTo, wholeRun, false);
        }

        /** The same, of the session as it is by now. */
        public Read of(SessionInfo now) {
            return new Read(now, knownTo, wholeRun, ourFiles);
        }
    }
}
