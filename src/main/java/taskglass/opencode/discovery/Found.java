package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.task.Origin;
import taskglass.task.ServerId;

/** A server that was found and has answered; without credentials it needs none, or wants some that nobody here knows. */
public record Found(ServerId server, Origin origin, Optional<Credentials> credentials) {
    /** A connection to it; to one that this user runs, only as long as nobody else has its port. */
    public Connection connection() {
        Endpoint endpoint = new Endpoint(server, credentials);
        return ofThisUser() ? new Connection(endpoint, new OwnPorts()) : new Connection(endpoint);
    }

    /** Whether it is a process of this user's on this machine: a port that answers may lead to another. */
    public boolean ofThisUser() {
        return !(origin instanceof Origin.DefaultPort || origin instanceof Origin.Announced);
    }
}
