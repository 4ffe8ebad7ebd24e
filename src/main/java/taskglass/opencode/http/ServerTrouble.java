package taskglass.opencode.http;

import java.io.IOException;
import java.util.Set;
import taskglass.task.Trouble;

/** Reports that a request did not get its answer. {@link #trouble()} gives the reason. */
public final class ServerTrouble extends IOException {
    private static final long serialVersionUID = 1L;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERRORS = 500;

    /** Not found, timed out, too many requests: a later try may get another answer. */
    private static final Set<Integer> PASSING = Set.of(NOT_FOUND, 408, 429);

    private final transient Trouble trouble;

    public ServerTrouble(Trouble trouble) {
        super(trouble.toString());
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Whether the server reports that there is no such session. */
    public boolean notFound() {
        return trouble instanceof Trouble.Refused(int status, String sentence) && status == NOT_FOUND;
    }

    /** Whether the same request will always be refused. */
    public boolean isFinal() {
        return trouble instanceof Trouble.Refused(int status, String sentence)
                && status < SERVER_ERRORS
                && !PASSING.contains(status);
    }
}
