package taskglass;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import taskglass.desktop.TaskId;
import taskglass.engine.Engine;
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.OwnServer;
import taskglass.settings.ServerList;
import taskglass.task.ServerAddress;

/** The parsed command line of Taskglass: the options of the window, which the shell commands share. */
@Command(
        name = "taskglass",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        description = {
            "Shows the tasks of OpenCode servers in a window; launch, answer and cancel them there.",
            "The commands do the same in a shell. They need no display."
        },
        footer = {
            "",
            "A server’s password is read from OPENCODE_PASSWORD, else from OPENCODE_SERVER_PASSWORD, its",
            "user from OPENCODE_SERVER_USERNAME (opencode if that is not set), as OpenCode itself does."
        })
final class Arguments implements Runnable {
    @Spec
    private CommandSpec spec;

    private final NamedServers servers;

    @Option(
            names = "--allow-plain-http",
            scope = ScopeType.INHERIT,
            description = "Send passwords over plain HTTP, to other machines too.")
    private boolean plainHttp;

    private Optional<TaskId> opens = Optional.empty();

    @Option(names = "--new-window", description = "Open another window, even if one is open already.")
    private boolean newWindow;

    /** {@code added} supplies the servers that the user added. It is called only when they are needed. */
    Arguments(Supplier<ServerList> added) {
        servers = new NamedServers(added);
    }

    @Option(
            names = "--server",
            paramLabel = "URL|NAME",
            scope = ScopeType.INHERIT,
            description = {
                "A server to watch, such as " + NamedServers.EXAMPLE + ", or the name of an added server;",
                "may be given several times.",
                "Default: all your OpenCode servers on this machine, and the servers you added."
            })
    void server(String[] urls) {
        servers.clear(); // picocli passes all values parsed so far
        for (String url : urls) {
            servers.fault(url).ifPresent(fault -> {
                throw wrong(fault);
            });
            servers.add(url);
        }
    }

    @Option(names = "--demo", description = "Show scripted tasks instead. Needs no OpenCode and calls no model.")
    private boolean demo;

    /** Returns the arguments that a window was started with. They have already been validated. */
    static Arguments ofWindow(List<String> args, Supplier<ServerList> added) {
        return plain(args)
                .orElseGet(() -> CommandLine.populateCommand(new Arguments(added), args.toArray(String[]::new)));
    }

    /**
     * Parses the arguments of nearly every window, none or only {@code --server URL}, without picocli, which takes a
     * quarter of the start. Returns empty for anything else, including invalid arguments, which need an error message.
     */
    static Optional<Arguments> plain(List<String> args) {
        Arguments arguments = new Arguments(ServerList::none); // a URL is not looked up among the named servers
        for (int i = 0; i < args.size(); i += 2) {
            if (!args.get(i).equals("--server") || i + 1 == args.size() || !isUrl(args.get(i + 1))) {
                return Optional.empty();
            }
            arguments.servers.add(args.get(i + 1));
        }
        return Optional.of(arguments);
    }

    /** Runs a command. {@code --demo} belongs to the window; no command can use it. */
    int run(CommandLine.ParseResult parsed) {
        if (demo && parsed.hasSubcommand()) {
            throw wrong("--demo opens a window and cannot be combined with a command.");
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Does nothing: main opens the window. */
    @Override
    public void run() {}

    /** Makes the window open a task. */
    void open(TaskId task) {
        opens = Optional.of(task);
    }

    /** The task that the window is to open. */
    Optional<TaskId> opens() {
        return opens;
    }

    /** The arguments with which the window is started: those of a command do not count. */
    String[] ofWindow(String[] args) {
        return opens.isEmpty() ? args : newWindow ? new String[] {"--new-window"} : new String[0];
    }

    /** Whether a server was named. */
    boolean namesServers() {
        return !servers.isEmpty();
    }

    /** Whether this window is separate, so that a second start does not bring it to the front. */
    boolean ownWindow() {
        return newWindow || demo || !servers.isEmpty();
    }

    /** Whether the window begins with the demo. */
    boolean showsDemo() {
        return demo;
    }

    /** Whether servers are discovered because none was named. */
    boolean looksAround() {
        return !demo && servers.isEmpty();
    }

    /** Whether the window behaves like the first one and may take its place once that has closed. */
    boolean inherits() {
        return newWindow && looksAround();
    }

    /**
     * Makes the engine watch the named servers or, if there is none, those that it discovers and those that were added.
     *
     * @param lent servers that windows of this user started, with their credentials
     * @param around where to look for servers, given the password of the environment
     * @param watchAdded starts watching the servers that the user added
     */
    void applyTo(
            Engine engine,
            Map<String, String> environment,
            List<OwnServer> lent,
            Function<Optional<Credentials>, SearchScope> around,
            Runnable watchAdded) {
        if (servers.isEmpty()) {
            lent.forEach(engine.ownOpenCode()::borrow);
            engine.discovery().start(around.apply(NamedServers.credentials(environment)));
            watchAdded.run();
        } else {
            engine.discovery().startWithProcesses(around.apply(Optional.empty()));
        }
        endpoints(environment, lent).forEach(endpoint -> engine.watch(new Connection(endpoint)));
    }

    /** Returns the named servers with their passwords. */
    List<Endpoint> endpoints(Map<String, String> environment, List<OwnServer> lent) {
        List<Endpoint> endpoints = servers.endpoints(environment, lent);
        if (plainHttp) {
            endpoints.forEach(Endpoint::allowPlainHttp);
        }
        return endpoints;
    }

    private static boolean isUrl(String arg) {
        return arg.contains("://") && ServerAddress.read(arg).server().isPresent();
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
