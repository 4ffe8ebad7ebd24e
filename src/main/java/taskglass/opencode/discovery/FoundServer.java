package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/**
 * A server that was found and has answered. Without credentials it needs none, or requires some that are not known
 * here.
 */
public record FoundServer(ServerId server, ServerOrigin origin, Optional<Credentials> credentials) {
    /**
     * Returns a connection to it. A connection to a server of this user works only as long as no other user has its
     * port.
     */
    public Connection connection() {
        Endpoint endpoint = new Endpoint(server, credentials);
        return ofThisUser() ? new Connection(endpoint, new OwnPorts()) : new Connection(endpoint);
    }

    /** Whether it is a process of this user on this computer: a port that answers may lead to another user's. */
    public boolean ofThisUser() {
        return !(origin instanceof ServerOrigin.DefaultPort || origin instanceof ServerOrigin.Announced);
    }
}
