package taskglass.shell;

import java.io.InputStream;
import java.time.Clock;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import taskglass.engine.Engine;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TerminalText;
import taskglass.shell.output.UsageErrors;
import taskglass.task.ServerId;

/**
 * The shell commands, with what main passes to them.
 *
 * @param owner starts the thread that owns the engine
 * @param engine builds the engine, already watching its servers; called on the owner's thread
 * @param width columns of the terminal that shows the answer; empty without a terminal
 * @param lastAgent the agent that the window launched a task with on that server the last time, "" for none
 */
public record Shell(
        Supplier<Executor> owner,
        Function<Executor, Engine> engine,
        Clock clock,
        InputStream in,
        Supplier<OptionalInt> width,
        Function<ServerId, String> lastAgent) {

    /** The exit code for a bug in Taskglass. */
    public static final int BUG = ExitCode.BUG;

    /** Removes terminal control sequences from a text that others may have written. */
    public static String sentence(String words) {
        return TerminalText.lines(words);
    }

    /** Adds the commands to the command line, and maps their failures to messages and exit codes. */
    public void addTo(CommandLine line) {
        line.addSubcommand(new Ls(this))
                .addSubcommand(new WatchTasks(this))
                .addSubcommand(new LaunchTask(this))
                .addSubcommand(new WaitFor(this))
                .addSubcommand(new CancelTasks(this))
                .addSubcommand(new Explain(this))
                .addSubcommand(new AnswerRequest(this))
                .addSubcommand(new ShowOutput(this))
                .addSubcommand(new ContinueTask(this))
                .addSubcommand(new CompletionScript())
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    CannotAnswer sentence = CannotAnswer.of(failure);
                    if (!sentence.getMessage().isEmpty()) {
                        command.getErr().println(TerminalText.lines(sentence.getMessage()));
                    }
                    return sentence.exit();
                });
    }
}
