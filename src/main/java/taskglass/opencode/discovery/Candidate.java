package taskglass.opencode.discovery;

import java.util.Optional;
import taskglass.opencode.http.Credentials;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/** A place where OpenCode may listen, which must be asked first. Equal as long as the same process listens there. */
sealed interface Candidate {
    ServerId server();

    ServerOrigin origin();

    /** A service has recorded that it listens there, with that process and that password. */
    record OfService(ServerId server, ServerOrigin origin, String mark, long pid, Optional<Credentials> credentials)
            implements Candidate {}

    /**
     * Something listens there.
     *
     * @param credentials what to try if it requires a password; none unless OpenCode itself, run by this user, listens
     */
    record OfPort(ServerId server, ServerOrigin origin, String mark, Optional<Credentials> credentials)
            implements Candidate {}
}
