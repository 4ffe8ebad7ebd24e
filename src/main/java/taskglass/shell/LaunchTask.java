package taskglass.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TroubleText;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch.ParentWish;
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
    private static final String STDIN = "-";

    @Option(names = "--agent", required = true, paramLabel = "A", description = "The agent that does the work.")
    private String agent;

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
        model.ifPresent(this::parsed);
        checkIds(parent.stream().toList());
        if (prompt.equals(STDIN)) {
            prompt = standardInput();
        }
        if (prompt.isBlank()) {
            throw usage("The prompt is empty. Say what the agent should do.");
        }
    }

    @Override
    public int run(ShellEngine shellEngine) {
        List<ServerHealth> servers = servers(shellEngine);
        Optional<TaskKey> above = parent.map(
                id -> new TaskIds(servers).find(shellEngine, List.of(id)).getFirst());
        ServerId server = above.map(TaskKey::server).orElseGet(() -> first(shellEngine, servers));
        checkAnswers(servers, server);
        LaunchRequest request = new LaunchRequest(
                server,
                title.orElseGet(() -> prompt.strip().lines().findFirst().orElseThrow()),
                prompt.strip(),
                new Assignment(Optional.of(agent), model.map(this::parsed)),
                folder(shellEngine, above),
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

    /** Parses {@code provider/model}. The model's own id may contain slashes. */
    private ModelRef parsed(String name) {
        int slash = name.indexOf('/');
        if (slash <= 0 || slash == name.length() - 1) {
            throw usage("--model: expected PROVIDER/MODEL, got “" + name + "”.");
        }
        return new ModelRef(name.substring(0, slash), name.substring(slash + 1));
    }

    private String standardInput() {
        try {
            return new String(shell().in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw usage("The prompt could not be read from standard input: " + e.getMessage() + ".");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec().commandLine(), sentence);
    }
}
