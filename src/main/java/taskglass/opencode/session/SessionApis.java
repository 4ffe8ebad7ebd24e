package taskglass.opencode.session;

import taskglass.opencode.http.Http;
import taskglass.opencode.http.ServerTrouble;
import taskglass.opencode.v2.V2Ends;
import taskglass.opencode.v2.V2SessionIndex;
import taskglass.task.run.SessionInfo;
import taskglass.task.status.Listing.Reading;
import taskglass.task.status.ListingRequest.Read;

/** Determines which of OpenCode's two APIs a server supports, and which of them each session uses. Thread-safe. */
public final class SessionApis {
    private final Http http;
    private final ServerIdentity serverIdentity;
    private final V2SessionIndex index;
    private final V2Ends ends;
    private volatile Protocol protocol = Protocol.UNKNOWN;

    public SessionApis(Http http, V2SessionIndex index, V2Ends ends) {
        this.http = http;
        this.serverIdentity = new ServerIdentity(http);
        this.index = index;
        this.ends = ends;
    }

    /** The APIs as last determined. */
    public Protocol protocol() {
        return protocol;
    }

    /** Checks that the server is OpenCode, in a version that can be watched. */
    public Protocol identify() throws ServerTrouble {
        protocol = serverIdentity.protocol();
        return protocol;
    }

    /** Returns the same trouble, explained by what is known of the server that answers so. */
    public ServerTrouble explained(ServerTrouble trouble) {
        return serverIdentity.explained(trouble);
    }

    public SessionApi of(SessionInfo session) {
        boolean second = !protocol.v1() || index.has(session.key().session());
        return second ? second() : new SessionApiV1(http);
    }

    private SessionApi second() {
        return new SessionApiV2(http, protocol.early(), index.places(), ends);
    }

    /** Reads a session. If it turns out to use the other API than assumed, that is remembered. */
    public Reading read(Read read) throws ServerTrouble {
        Reading reading = new RunReader(of(read.session()), read).reading();
        String id = read.session().key().session();
        boolean mayBeSecond = protocol.early() && !index.has(id) && reading.found();
        if (!mayBeSecond || !reading.facts().isEmpty()) {
            return reading;
        }
        Reading second = new RunReader(second(), read).reading();
        if (second.facts().isEmpty()) {
            return reading;
        }
        index.add(id);
        return second;
    }
}
