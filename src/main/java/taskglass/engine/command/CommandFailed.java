package taskglass.engine.command;

import java.util.concurrent.CompletionException;
import taskglass.task.request.Refusal;

/** Reports that a command failed. The message is for logs; {@link #reason} can be shown to the user. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal reason;

    public CommandFailed(Refusal reason) {
        super(String.valueOf(reason));
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }

    /** Returns the reason why a stage of the engine failed. */
    public static Refusal reason(Throwable failure) {
        return switch (failure) {
            case CommandFailed refused -> refused.reason;
            case CompletionException wrapped when wrapped.getCause() != null -> reason(wrapped.getCause());
            default -> new Refusal.Fault(String.valueOf(failure));
        };
    }
}
