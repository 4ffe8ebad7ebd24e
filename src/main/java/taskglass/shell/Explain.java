package taskglass.shell;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.StatusName;
import taskglass.shell.output.TerminalText;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.text.StatusReasonText;

/** Explains a task's status by the two or three facts behind it. */
@Command(
        name = "explain",
        description = "Explains why a task has its status.",
        footer = {"", "Exit status: 0, 4 no server, 5 no such task."})
final class Explain extends ShellCommand {
    @Parameters(paramLabel = "ID", description = "A session id, or a unique prefix of one.")
    private String id;

    Explain(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        checkIds(List.of(id));
    }

    @Override
    public int run(ShellEngine shellEngine) {
        TaskKey key =
                new TaskIds(servers(shellEngine)).find(shellEngine, List.of(id)).getFirst();
        new ReadingWait(shellEngine, shell().clock()).await(key);
        shellEngine.query(engine -> sentences(engine.store(), key)).forEach(this::print);
        return ExitCode.OK;
    }

    private List<String> sentences(TaskStore store, TaskKey key) {
        AgentTask task = store.find(key)
                .orElseThrow(() -> new CannotAnswer(
                        ExitCode.NO_TASK, key.session() + " is gone: its session was deleted just now."));
        Instant now = shell().clock().instant();
        return Stream.concat(
                        Stream.of(StatusName.word(task.status()) + "  " + key.session() + "  " + task.name()),
                        store.why(task).stream().map(statusReason -> StatusReasonText.of(statusReason, now)))
                .map(TerminalText::plain)
                .toList();
    }
}
