package taskglass.opencode.local;

import java.util.List;
import taskglass.task.request.Refusal;
import taskglass.task.request.Refusal.NoStart;

/**
 * Reports that OpenCode could not be started here. The message is for a log; the text for the user is made from the
 * refusal.
 */
public final class LocalServerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal.NotStarted refusal;

    LocalServerFailed(NoStart how, String what, List<String> lastLines) {
        super(how + " " + what);
        refusal = new Refusal.NotStarted(how, what, List.copyOf(lastLines));
    }

    /** Its last lines are the oldest first; none if the program could not even be started. */
    public Refusal.NotStarted refusal() {
        return refusal;
    }
}
