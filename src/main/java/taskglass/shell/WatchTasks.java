package taskglass.shell;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import taskglass.engine.Engine;
import taskglass.shell.output.ChangeFilter;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.HealthNotes;
import taskglass.shell.output.Outbox;
import taskglass.shell.output.StatusName;
import taskglass.shell.output.TaskJson;
import taskglass.shell.output.TaskSelection;
import taskglass.task.TaskStatus;
import taskglass.task.status.ServerHealth;

/** Prints a line for each change of a task, until it is stopped. */
@Command(
        name = "watch",
        description = {
            "Prints a line for each running task, then one for each change.",
            "Runs until Ctrl-C. A server that stops answering is reported on standard error, and tried again until it"
                    + " is back."
        },
        footer = {
            "",
            "Exit status: 130 after Ctrl-C, 141 when the output is closed, 4 if no server is found at the start."
        })
final class WatchTasks extends ShellCommand {
    @Option(names = "--json", description = "Print each line as a JSON object instead of text.")
    private boolean json;

    @Option(names = "--all", description = "Begin with a line for every known task, not only for running ones.")
    private boolean all;

    private final Instant begun;

    WatchTasks(Shell shell) {
        super(shell);
        begun = shell.clock().instant();
    }

    @Override
    public int run(ShellEngine shellEngine) {
        List<ServerHealth> servers = servers(shellEngine);
        tellTroubles(servers);
        Set<TaskStatus> atWork = StatusName.shown().filter(TaskStatus::active).collect(Collectors.toUnmodifiableSet());
        new ReadingWait(shellEngine, shell().clock()).await(new TaskSelection(all ? Set.of() : atWork, 0));
        Outbox outbox = new Outbox();
        shellEngine.query(engine -> listen(engine, outbox));
        printNotice("Watching " + urls(servers) + ". Ctrl-C ends it.");
        return printForEver(outbox);
    }

    private static String urls(List<ServerHealth> servers) {
        return servers.stream().map(health -> health.server().url()).collect(Collectors.joining(", "));
    }

    private ChangeFilter listen(Engine engine, Outbox outbox) {
        ChangeFilter filter =
                new ChangeFilter(shell().clock(), begun, all, (task, line) -> outbox.put(task, line(line)));
        HealthNotes health = new HealthNotes();
        health.news(ShellEngine.health(engine));
        filter.open(engine.store());
        engine.onDiff(diff -> {
            filter.onDiff(engine.store(), diff);
            health.news(ShellEngine.health(engine)).forEach(this::printNotice);
        });
        return filter;
    }

    private int printForEver(Outbox outbox) {
        try {
            for (; ; ) {
                print(outbox.take());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }

    private String line(TaskJson task) {
        return json ? task.toString() : task.text();
    }
}
