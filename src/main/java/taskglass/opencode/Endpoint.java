package taskglass.opencode;

import java.util.Optional;
import taskglass.task.ServerId;

/** Where a server is and what opens it. Safe from any thread: a person may type a password while requests go on. */
public final class Endpoint {
    private final ServerId id;
    private volatile Optional<Credentials> credentials;

    public Endpoint(ServerId id, Optional<Credentials> credentials) {
        this.id = id;
        this.credentials = credentials;
    }

    public ServerId id() {
        return id;
    }

    public Optional<Credentials> credentials() {
        return credentials;
    }

    /** Replaces the password; the user stays, or is OpenCode's default. */
    public void password(String password) {
        String user = credentials.map(Credentials::user).orElse(Credentials.DEFAULT_USER);
        credentials = Optional.of(new Credentials(user, password));
    }
}
