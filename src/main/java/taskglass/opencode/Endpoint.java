package taskglass.opencode;

import java.util.Optional;
import taskglass.task.ServerId;
import taskglass.task.Trouble;

/**
 * Where a server is, what opens it, and what keeps anything from being sent there. Safe from any thread: a person may
 * type a password or pause the server while requests go on.
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

    /** One whose password comes later, for that user. */
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

    /** Replaces the password; the user stays. */
    public void password(String password) {
        credentials = Optional.of(new Credentials(user, password));
    }

    /** Whether nothing is to be sent there for the time being. */
    public void pause(boolean now) {
        paused = now;
    }

    /** A person knows that the password travels in plain text, and wants it sent. */
    public void allowPlainHttp() {
        plainHttpAllowed = true;
    }

    /** What keeps anything from being sent there now. */
    Optional<Trouble> barrier() {
        if (paused) {
            return Optional.of(new Trouble.Paused());
        }
        boolean exposed = credentials.isPresent() && id.readableOnTheWay() && !plainHttpAllowed;
        return exposed ? Optional.of(new Trouble.PlainHttp()) : Optional.empty();
    }
}
