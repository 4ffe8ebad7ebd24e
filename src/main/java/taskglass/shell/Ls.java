package taskglass.shell;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import taskglass.shell.output.StatusOption;
import taskglass.shell.output.TaskJson;
import taskglass.shell.output.TaskLines;
import taskglass.shell.output.TaskSelection;
import taskglass.shell.output.TaskSelection.Row;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.TaskStore;

/** Lists the current tasks, once they have been read. */
@Command(
        name = "ls",
        description = "Lists tasks, newest first, children under their parents.",
        footer = {"", "Exit status: 0; 4 if a server named with --server, or every server, could not be listed."})
final class Ls extends ShellCommand {
    @Option(names = "--json", description = "Print one JSON object per line, one for each task.")
    private boolean json;

    @Mixin
    private StatusOption status;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "List at most the newest N tasks; 0 lists all. Default: ${DEFAULT-VALUE}.")
    private int limit;

    Ls(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        if (limit < 0) {
            throw new ParameterException(spec().commandLine(), "--limit: expected 0 or more, got " + limit + ".");
        }
    }

    @Override
    public int run(ShellEngine shellEngine) {
        TaskSelection taskSelection = new TaskSelection(status.chosen(), limit);
        List<TaskKey> unread = new ReadingWait(shellEngine, shell().clock()).await(taskSelection);
        List<ServerHealth> servers = anyOf(shellEngine, shellEngine.query(ShellEngine::health));
        List<String> lines = shellEngine.query(
                engine -> lines(engine.store(), taskSelection.rows(engine.store()), servers.size() > 1));
        lines.forEach(this::print);
        tellWhatIsMissing(shellEngine, taskSelection, servers);
        tellWhatWasNotRead(unread);
        return tellTroubles(shellEngine, servers);
    }

    private void tellWhatWasNotRead(List<TaskKey> unread) {
        if (!unread.isEmpty()) {
            String tasks = unread.size() == 1 ? "One task" : unread.size() + " tasks";
            String servers =
                    unread.stream().map(task -> task.server().url()).distinct().collect(Collectors.joining(", "));
            printNotice(tasks + " could not be read within " + ReadingWait.PATIENCE.toSeconds() + " s from " + servers
                    + ": ? stands for what is not known.");
        }
    }

    private List<String> lines(TaskStore store, List<Row> rows, boolean severalServers) {
        Instant now = shell().clock().instant();
        if (json) {
            return rows.stream()
                    .map(row -> TaskJson.of(store, row.task(), now).toString())
                    .toList();
        }
        OptionalInt width = shell().width().get();
        return rows.isEmpty()
                ? List.of()
                : TaskLines.of(store, rows, severalServers, now).lines(width);
    }

    private void tellWhatIsMissing(ShellEngine shellEngine, TaskSelection taskSelection, List<ServerHealth> servers) {
        long all = shellEngine.query(engine -> taskSelection.all(engine.store()));
        List<String> listed = servers.stream()
                .filter(server -> server.trouble().isEmpty())
                .map(ServerHealth::server)
                .map(ServerId::url)
                .toList();
        if (all == 0) {
            String which = taskSelection.statuses().isEmpty() ? "No tasks" : "No such tasks";
            printNotice(which + " on " + String.join(", ", listed) + " yet.");
        } else if (limit > 0 && all > limit) {
            printNotice("Showing the newest " + limit + " of " + all + " tasks; --limit 0 lists all.");
        }
    }
}
