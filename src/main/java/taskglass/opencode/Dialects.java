package taskglass.opencode;

import taskglass.task.Listing.Reading;
import taskglass.task.Question.Read;
import taskglass.task.SessionInfo;

/** Determines which of OpenCode's two APIs a server supports, and which of them each session uses. Thread-safe. */
final class Dialects {
    private final Http http;
    private final Identity identity;
    private final V2Known known;
    private final V2Ends ends;
    private volatile Spoken spoken = Spoken.UNKNOWN;

    Dialects(Http http, V2Known known, V2Ends ends) {
        this.http = http;
        this.identity = new Identity(http);
        this.known = known;
        this.ends = ends;
    }

    /** The APIs as last determined. */
    Spoken spoken() {
        return spoken;
    }

    /** Checks that the server is OpenCode, in a version that can be watched. */
    Spoken identify() throws ServerTrouble {
        spoken = identity.spoken();
        return spoken;
    }

    /** Returns the same trouble, explained by what is known of the server that answers so. */
    ServerTrouble explained(ServerTrouble trouble) {
        return identity.explained(trouble);
    }

    Dialect of(SessionInfo session) {
        boolean second = !spoken.v1() || known.has(session.key().session());
        return second ? second() : new DialectV1(http);
    }

    private Dialect second() {
        return new DialectV2(http, spoken.early(), known.places(), ends);
    }

    /** Reads a session. If it turns out to use the other API than assumed, that is remembered. */
    Reading read(Read read) throws ServerTrouble {
        Reading reading = new RunReader(of(read.session()), read).reading();
        String id = read.session().key().session();
        boolean mayBeSecond = spoken.early() && !known.has(id) && reading.found();
        if (!mayBeSecond || !reading.facts().isEmpty()) {
            return reading;
        }
        Reading second = new RunReader(second(), read).reading();
        if (second.facts().isEmpty()) {
            return reading;
        }
        known.add(id);
        return second;
    }
}
