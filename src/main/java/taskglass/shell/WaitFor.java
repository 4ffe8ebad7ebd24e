package taskglass.shell;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.task.TaskKey;

/** Waits for tasks to settle. The exit code is their outcome. */
@Command(
        name = "wait",
        description = {
            "Waits until tasks and all their subtasks have settled.",
            "Prints nothing; with --json, a line for each task as it settles. Ctrl-C stops waiting, not the tasks."
        },
        footer = {
            "",
            "Exit status: 0 all completed, 1 one failed, 2 one was cancelled or interrupted, 3 one needs you",
            "(with --until-blocked), 4 no server, 5 no such task."
        })
final class WaitFor extends ShellCommand {
    @Option(names = "--until-blocked", description = "Stop waiting when a task needs you (exit status 3).")
    private boolean untilBlocked;

    @Option(names = "--json", description = "Print a JSON line for each task as it settles.")
    private boolean json;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "A session id, or a unique prefix of one.")
    private List<String> ids;

    WaitFor(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        checkIds(ids);
    }

    @Override
    public int run(ShellEngine engine) {
        List<TaskKey> tasks = new TaskIds(servers(engine)).find(engine, ids);
        return new TaskWait(this, engine, json).untilSettled(tasks, untilBlocked);
    }
}
