package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.task.Origin;
import taskglass.task.ServerId;

/**
 * A server that was found and has answered. Without credentials it needs none, or requires some that are not known
 * here.
 */
public record Found(ServerId server, Origin origin, Optional<Credentials> credentials) {
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
        return !(origin instanceof Origin.DefaultPort || origin instanceof Origin.Announced);
    }
}
