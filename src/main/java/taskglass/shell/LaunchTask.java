package taskglass.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TroubleText;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.status.ServerHealth;

/** Launches a task and prints its session's id. Optionally waits for it. */
@Command(
        name = "launch",
        description = "Launches a task and prints its session id.",
        footer = {
            "",
            "Exit status: 0 launched, 1 the server refused, 4 no server, 5 no such parent; with --wait that of",
            "taskglass wait. With several servers it is launched on the parent’s, or else on the first that was named;",
            "of those that were found, on the first that answers."
        })
final class LaunchTask extends ShellCommand {
    @Option(
            names = "--agent",
            paramLabel = "A",
            description = {
                "The agent that does the work. Default: the one that the window used last on that server,",
                "else the server’s first."
            })
    private Optional<String> agent = Optional.empty();

    @Option(names = "--model", paramLabel = "P/M", description = "Provider and model. Default: the server’s default.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--parent", paramLabel = "S", description = "The parent session.")
    private Optional<String> parent = Optional.empty();

    @Option(
            names = "--dir",
            paramLabel = "D",
            description = "The directory to work in. Default: the parent’s, else the server’s.")
    private Optional<Path> directory = Optional.empty();

    @Option(names = "--title", paramLabel = "T", description = "The title. Default: the first line of the prompt.")
    private Optional<String> title = Optional.empty();

    @Option(names = "--wait", description = "Wait until the task has settled, as taskglass wait does.")
    private boolean wait;

    @Option(names = "--until-blocked", description = "With --wait: stop waiting when the task needs you.")
    private boolean untilBlocked;

    @Parameters(paramLabel = "PROMPT", description = "What the agent should do; - reads it from standard input.")
    private String prompt;

    LaunchTask(Shell shell) {
        super(shell);
    }

    @Override
    void check() {
        model.ifPresent(this::model);
        checkIds(parent.stream().toList());
        prompt = prompt(prompt);
    }

    @Override
    public int run(ShellEngine shellEngine) {
        List<ServerHealth> servers = servers(shellEngine);
        Optional<TaskKey> above = parent.map(
                id -> new TaskIds(servers).find(shellEngine, List.of(id)).getFirst());
        ServerId server = above.map(TaskKey::server).orElseGet(() -> first(shellEngine, servers));
        checkAnswers(servers, server);
        String folder = folder(shellEngine, above);
        LaunchRequest request = new LaunchRequest(
                server,
                title.orElseGet(() -> prompt.lines().findFirst().orElseThrow()),
                prompt,
                new Assignment(agent.or(() -> usualAgent(shellEngine, server, folder)), model.map(this::model)),
                folder,
                new Family(above, ParentWish.NONE));
        TaskKey launched = shellEngine.order(engine -> engine.launch(request));
        print(launched.session());
        return wait
                ? new TaskWait(this, shellEngine, false).untilSettled(List.of(launched), untilBlocked)
                : ExitCode.OK;
    }

    /** Returns the first named server; if the servers were discovered, the first one that answers. */
    private static ServerId first(ShellEngine shellEngine, List<ServerHealth> servers) {
        boolean found = shellEngine.query(engine -> engine.discovery().started());
        return servers.stream()
                .filter(health -> found && health.trouble().isEmpty())
                .findFirst()
                .orElse(servers.getFirst())
                .server();
    }

    /** Returns the agent that the window would choose: the last one there if it is still offered, else the first. */
    private Optional<String> usualAgent(ShellEngine shellEngine, ServerId server, String folder) {
        List<String> offered =
                shellEngine.order(engine -> engine.serverControl().choices(server, folder)).agents().stream()
                        .map(Agent::name)
                        .toList();
        return Optional.of(shell().lastAgent().apply(server))
                .filter(offered::contains)
                .or(() -> offered.stream().findFirst());
    }

    private static void checkAnswers(List<ServerHealth> servers, ServerId wanted) {
        for (ServerHealth health : servers) {
            if (health.server().equals(wanted) && health.trouble().isPresent()) {
                throw new CannotAnswer(
                        ExitCode.NO_SERVER, TroubleText.of(health).orElseThrow());
            }
        }
    }

    private String folder(ShellEngine shellEngine, Optional<TaskKey> above) {
        return directory
                .map(path -> path.toAbsolutePath().normalize().toString())
                .or(() -> above.flatMap(key -> shellEngine.query(engine ->
                        engine.store().find(key).map(task -> task.session().directory()))))
                .orElse("");
    }
}
