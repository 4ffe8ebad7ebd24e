package taskglass.opencode.http;

import java.util.Optional;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/**
 * A server's address, its credentials, and what blocks requests to it. Thread-safe: the user may type a password or
 * pause the server while requests are in progress.
 */
public final class Endpoint {
    private final ServerId id;
    private final String user;
    private volatile Optional<Credentials> credentials;
    private volatile boolean paused;
    private volatile boolean plainHttpAllowed;

    public Endpoint(ServerId id, Optional<Credentials> credentials) {
        this(id, credentials.map(Credentials::user).orElse(Credentials.DEFAULT_USER), credentials);
    }

    /** An endpoint for that user, whose password follows later. */
    public Endpoint(ServerId id, String user) {
        this(id, user, Optional.empty());
    }

    private Endpoint(ServerId id, String user, Optional<Credentials> credentials) {
        this.id = id;
        this.user = user;
        this.credentials = credentials;
    }

    public ServerId id() {
        return id;
    }

    public Optional<Credentials> credentials() {
        return credentials;
    }

    /** Replaces the password. The user stays. */
    public void password(String password) {
        credentials = Optional.of(new Credentials(user, password));
    }

    /** Pauses or resumes sending. */
    public void pause(boolean now) {
        paused = now;
    }

    /** Allows the password to be sent in plain text: the user was warned and agreed. */
    public void allowPlainHttp() {
        plainHttpAllowed = true;
    }

    /** Returns what currently blocks requests to the server. */
    Optional<Trouble> barrier() {
        if (paused) {
            return Optional.of(new Trouble.Paused());
        }
        boolean exposed = credentials.isPresent() && id.readableOnTheWay() && !plainHttpAllowed;
        return exposed ? Optional.of(new Trouble.PlainHttp()) : Optional.empty();
    }
}
