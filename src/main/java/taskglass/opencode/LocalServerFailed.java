package taskglass.opencode;

import java.util.List;
import taskglass.task.Refusal;
import taskglass.task.Refusal.NoStart;

/** OpenCode did not start here; the message is for a log, what a person reads is made of the refusal. */
public final class LocalServerFailed extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Refusal.NotStarted refusal;

    LocalServerFailed(NoStart how, String what, List<String> lastLines) {
        super(how + " " + what);
        refusal = new Refusal.NotStarted(how, what, List.copyOf(lastLines));
    }

    /** Its last lines are the oldest first; none when it could not even be started. */
    public Refusal.NotStarted refusal() {
        return refusal;
    }
}
