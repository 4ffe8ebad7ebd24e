package taskglass.shell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.engine.Engine;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.StatusName;
import taskglass.shell.output.TerminalText;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.store.TaskStore;

/** Cancels tasks, and prints what the servers then show: an accepted command alone is no result. */
@Command(
        name = "cancel",
        description = {
            "Cancels tasks and prints how each one ended.",
            "Waits until the server confirms the end; an accepted request proves nothing."
        },
        footer = {"", "Exit status: 0 none is running, 1 one is still running after 10 s, 4 no server, 5 no such task."
        })
final class CancelTasks extends ShellCommand {
    @Option(names = "--tree", description = "Also cancel what is still running below tasks that have ended.")
    private boolean tree;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "A session id, or a unique prefix of one.")
    private List<String> ids;

    CancelTasks(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        checkIds(ids);
    }

    @Override
    public int run(ShellEngine shellEngine) {
        List<TaskKey> named = new TaskIds(servers(shellEngine)).find(shellEngine, ids);
        SequencedSet<TaskKey> all = shellEngine.query(engine -> cancel(engine, named));
        int exit = ExitCode.OK;
        for (TaskKey key : all) {
            shellEngine.await(engine -> ended(engine.store(), key));
            new ReadingWait(shellEngine, shell().clock()).await(key);
            Optional<AgentTask> task =
                    shellEngine.query(engine -> engine.store().find(key));
            print(task.map(CancelTasks::line).orElse("cancelled  " + key.session()));
            exit = task.filter(CancelTasks::isRunning).isPresent() ? ExitCode.FAILED : exit;
        }
        return exit;
    }

    private SequencedSet<TaskKey> cancel(Engine engine, List<TaskKey> named) {
        SequencedSet<TaskKey> all = new LinkedHashSet<>(named);
        if (tree) {
            named.forEach(key -> addActiveBelow(engine.store(), key, all));
        }
        engine.cancel(List.copyOf(all));
        return all;
    }

    private static void addActiveBelow(TaskStore store, TaskKey parent, SequencedSet<TaskKey> all) {
        for (AgentTask child : store.children(parent)) {
            if (child.status().active()) {
                all.add(child.key());
            }
            addActiveBelow(store, child.key(), all);
        }
    }

    /** The task's final state once it is known. The inner Optional is empty if the task is gone. */
    private static Optional<Optional<AgentTask>> ended(TaskStore store, TaskKey key) {
        Optional<AgentTask> task = store.find(key);
        boolean over =
                task.map(known -> !known.status().active() || isRunning(known)).orElse(true);
        return over ? Optional.of(task) : Optional.empty();
    }

    private static boolean isRunning(AgentTask task) {
        return task.status().active() && task.cancel() instanceof CancelState.Ignored;
    }

    private static String line(AgentTask task) {
        String line =
                StatusName.word(task.status()) + "  " + task.key().session() + "  " + TerminalText.plain(task.name());
        return task.queue().dropped().stream()
                .map(prompt -> "dropped  " + TerminalText.plain(prompt.text()))
                .reduce(line, (all, dropped) -> all + System.lineSeparator() + dropped);
    }
}
