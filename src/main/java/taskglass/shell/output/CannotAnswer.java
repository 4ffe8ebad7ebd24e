package taskglass.shell.output;

import java.util.concurrent.CompletionException;
import taskglass.engine.command.CommandFailed;
import taskglass.task.request.Refusal;
import taskglass.text.RefusalText;

/** Ends a command without an answer. The message is a sentence for the user, or "" if nobody would read it. */
public final class CannotAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exit;

    public CannotAnswer(int exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    private CannotAnswer(Exception bug) {
        super("Internal error: " + bug + ". Please report it.", bug);
        this.exit = ExitCode.BUG;
    }

    /** Converts any failure of a command. */
    public static CannotAnswer of(Exception failure) {
        return switch (failure) {
            case CannotAnswer known -> known;
            case CommandFailed refused -> new CannotAnswer(ExitCode.FAILED, sentence(refused.reason()));
            case CompletionException wrapped when wrapped.getCause() instanceof Exception cause -> of(cause);
            default -> new CannotAnswer(failure);
        };
    }

    /** Text from a server must not add lines of its own. The output of OpenCode while it started keeps its lines. */
    private static String sentence(Refusal reason) {
        String words = RefusalText.of(reason);
        return reason instanceof Refusal.NotStarted ? words : TerminalText.plain(words);
    }

    public int exit() {
        return exit;
    }
}
