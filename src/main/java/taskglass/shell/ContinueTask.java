package taskglass.shell;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.shell.output.ExitCode;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/** Sends a task another prompt in its session, and prints its session's id. */
@Command(
        name = "continue",
        description = {
            "Sends a task another prompt and prints its session id.",
            "A task at work takes it with its next step, or when its work is done."
        },
        footer = {
            "",
            "Exit status: 0 sent, 1 the server refused, 4 no server, 5 no such task; with --wait that of taskglass"
                    + " wait."
        })
final class ContinueTask extends ShellCommand {
    @Option(names = "--agent", paramLabel = "A", description = "The agent that does the work. Default: as before.")
    private Optional<String> agent = Optional.empty();

    @Option(names = "--model", paramLabel = "P/M", description = "Provider and model. Default: as before.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--wait", description = "Wait until the task has settled, as taskglass wait does.")
    private boolean wait;

    @Option(names = "--until-blocked", description = "With --wait: stop waiting when the task needs you.")
    private boolean untilBlocked;

    @Parameters(index = "0", paramLabel = "ID", description = "A session id, or a unique prefix of one.")
    private String id;

    @Parameters(
            index = "1",
            paramLabel = "PROMPT",
            description = "What the agent should do; - reads it from standard input.")
    private String prompt;

    ContinueTask(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        checkIds(List.of(id));
        model.ifPresent(this::model);
        prompt = prompt(prompt);
    }

    @Override
    public int run(ShellEngine shellEngine) {
        TaskKey key =
                new TaskIds(servers(shellEngine)).find(shellEngine, List.of(id)).getFirst();
        new ReadingWait(shellEngine, shell().clock()).await(key);
        String before = shellEngine.query(engine -> newestPrompt(engine.store(), key));
        Assignment assignment = new Assignment(agent, model.map(this::model));
        shellEngine.order(engine -> engine.taskCommands().prompt(key, assignment, prompt));
        print(key.session());
        return wait ? untilSettled(shellEngine, key, before) : ExitCode.OK;
    }

    /** The run before is over already: waiting begins when the new one shows. */
    private int untilSettled(ShellEngine shellEngine, TaskKey key, String before) {
        shellEngine.await(Launch.PATIENCE, engine -> {
            engine.requestReading(key);
            TaskStore store = engine.store();
            boolean begun =
                    store.find(key).filter(task -> task.status().active()).isPresent()
                            || !newestPrompt(store, key).equals(before);
            return begun ? Optional.of(true) : Optional.empty();
        });
        return new TaskWait(this, shellEngine, false).untilSettled(List.of(key), untilBlocked);
    }

    private static String newestPrompt(TaskStore store, TaskKey key) {
        return store.find(key)
                .flatMap(AgentTask::run)
                .map(Run::latest)
                .map(latest -> latest.id())
                .orElse("");
    }
}
