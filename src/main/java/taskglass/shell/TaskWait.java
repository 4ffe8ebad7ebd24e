package taskglass.shell;

import java.util.List;
import java.util.Optional;
import taskglass.shell.SettlingWait.Settled;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TaskJson;
import taskglass.shell.output.TerminalText;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.text.ReasonText;

/** Waits for tasks on behalf of a command: prints how each settled and computes the exit code of all. */
record TaskWait(ShellCommand command, ShellEngine shellEngine, boolean json) {
    int untilSettled(List<TaskKey> tasks, boolean untilBlocked) {
        SettlingWait settlingWait = new SettlingWait(tasks, untilBlocked);
        int exit = ExitCode.OK;
        for (Optional<Settled> next = settlingWait.next(shellEngine, command::printNotice);
                next.isPresent();
                next = settlingWait.next(shellEngine, command::printNotice)) {
            print(next.get());
            exit = worse(exit, next.get().exit());
        }
        return exit;
    }

    private static int worse(int exit, int other) {
        boolean blocked = exit == ExitCode.NEEDS_YOU || other == ExitCode.NEEDS_YOU;
        boolean failed = exit == ExitCode.FAILED || other == ExitCode.FAILED;
        return blocked ? ExitCode.NEEDS_YOU : failed ? ExitCode.FAILED : Math.max(exit, other);
    }

    private void print(Settled settled) {
        if (json) {
            new ReadingWait(shellEngine, command.shell().clock()).await(settled.key());
            shellEngine.query(engine -> json(engine.store(), settled.key())).ifPresent(command::print);
        }
        if (settled.exit() != ExitCode.OK) {
            command.printNotice(sentence(settled));
        }
    }

    private Optional<String> json(TaskStore store, TaskKey key) {
        return store.find(key)
                .map(task -> TaskJson.of(store, task, command.shell().clock().instant()))
                .map(TaskJson::toString);
    }

    /** “Fix the build” failed: what the server said. */
    static String sentence(Settled settled) {
        if (settled.task().isEmpty()) {
            return settled.key().session() + " is gone: its session was deleted.";
        }
        AgentTask task = settled.task().get();
        String how = switch (task.status()) {
            case NEEDS_YOU -> " needs you (" + task.key().session() + ")";
            case FAILED -> " failed";
            case INTERRUPTED -> " was interrupted";
            default -> " was cancelled";
        };
        String why = TerminalText.plain(ReasonText.of(task));
        return "“" + TerminalText.plain(task.name()) + "”" + how + (why.isEmpty() ? "." : ": " + why);
    }
}
