package taskglass;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Application;
import picocli.CommandLine;
import taskglass.desktop.Display;
import taskglass.desktop.HeadlessFxThread;
import taskglass.desktop.Rendering;
import taskglass.desktop.SingleInstance;
import taskglass.desktop.TaskId;
import taskglass.engine.Engine;
import taskglass.ledger.LedgerFile;
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OwnServer;
import taskglass.settings.ServerList;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.shell.HistoryCommand;
import taskglass.shell.Shell;
import taskglass.task.store.ReadLimits;

/** The main class: runs a shell command, or checks that there is a desktop and opens the window. */
public final class Taskglass {
    /** The single-instance lock of this process. JavaFX creates the window, which picks it up here. */
    private static volatile Optional<SingleInstance> instance = Optional.empty();

    /** The task that the window opens with. */
    private static Optional<TaskId> opens = Optional.empty();

    /** Whether there is a window that was asked to come to the front and did not answer. */
    private static boolean otherIsSilent;

    private Taskglass() {}

    static Optional<SingleInstance> instance() {
        return instance;
    }

    static Optional<TaskId> opens() {
        return opens;
    }

    static boolean otherIsSilent() {
        return otherIsSilent;
    }

    /** The folder of this user's settings. */
    static Path folder() {
        return SettingsFile.folder(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    /** Where this user's ledger is. */
    static LedgerFile ledgerFile() {
        return LedgerFile.usual(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    static ServerList added() {
        return new ServerList(settings());
    }

    static Settings settings() {
        return Settings.of(SettingsFile.at(folder().resolve("settings.json")), Runnable::run);
    }

    // Not an Application itself: Java would start JavaFX before main, and print a stack trace without a desktop.
    public static void main(String[] args) {
        Arguments arguments = Arguments.plain(List.of(args)).orElseGet(() -> runOrRefuse(args));
        opens = arguments.opens();
        if (!arguments.ownWindow() && broughtToFront()) {
            System.exit(0);
        }
        if (arguments.inherits()) {
            waitForDoor();
        }
        warmUp();
        Rendering.choose(System.getProperty("os.name"), Path.of("/dev"));
        System.exit(Display.show(() -> Application.launch(TaskglassApp.class, arguments.ofWindow(args))));
    }

    /** Returns the arguments if they open a window; otherwise ends the program. */
    private static Arguments runOrRefuse(String[] args) {
        CommandLine line = commandLine(Taskglass::startOwner, System.getenv(), System.in, Terminal::width);
        line.setOut(Terminal.out());
        int status = line.execute(args);
        if (status != 0 || !opensWindow(line)) {
            System.exit(status);
        }
        return line.getCommand();
    }

    /**
     * Whether an existing window has been asked to come to the front and answered. If there is none, this one becomes
     * the first window.
     */
    private static boolean broughtToFront() {
        try {
            instance = SingleInstance.acquire(folder());
            boolean other = instance.isEmpty();
            if (other && SingleInstance.activateOther(folder(), opens)) {
                return true;
            }
            otherIsSilent = other;
        } catch (IOException e) {
            // this folder supports no lock or socket: every start opens a separate window
        }
        if (otherIsSilent) {
            waitForDoor();
        }
        return false;
    }

    /** Makes this the window that a second start shows, as soon as the current one has gone. */
    static void waitForDoor() {
        try {
            instance = Optional.of(SingleInstance.behind(folder()));
        } catch (IOException e) {
            // this folder supports no lock or socket
        }
    }

    /** Builds the whole command line: the options of the window, and the commands. */
    public static CommandLine commandLine(
            Supplier<Executor> owner, Map<String, String> environment, InputStream in, Supplier<OptionalInt> width) {
        return commandLine(owner, environment, in, width, KnownServers.ofThisMachine(environment));
    }

    /** Builds the command line with the given servers instead of those of this machine. */
    static CommandLine commandLine(
            Supplier<Executor> owner,
            Map<String, String> environment,
            InputStream in,
            Supplier<OptionalInt> width,
            KnownServers known) {
        Arguments arguments = new Arguments(known.added());
        CommandLine line = new CommandLine(arguments);
        Clock clock = Clock.systemUTC();
        AtomicReference<List<OwnServer>> lent = new AtomicReference<>(List.of());
        // On the command's own thread: asking the windows may block.
        Supplier<Executor> starting = () -> {
            lent.set(known.lent().get());
            return owner.get();
        };
        Function<Executor, Engine> watching = thread -> {
            Engine engine = new Engine(clock, thread, LocalOpenCode.ofThisMachine(), ReadLimits.SHELL);
            engine.keepIn(known.ledger().get());
            arguments.applyTo(
                    engine,
                    environment,
                    lent.get(),
                    known.around(),
                    () -> ShellServers.ofThisMachine(known.added().get(), thread)
                            .watch(engine));
            return engine;
        };
        new Shell(starting, watching, clock, in, width, known.lastAgent()).addTo(line);
        line.addSubcommand(new HistoryCommand(ledgerFile(), clock));
        line.addSubcommand(new OpenTask(arguments)).addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionStrategy(arguments::run);
        return line;
    }

    private static boolean opensWindow(CommandLine line) {
        boolean onlyAsked = line.isUsageHelpRequested() || line.isVersionHelpRequested();
        boolean opens = line.<Arguments>getCommand().opens().isPresent();
        return opens || (!onlyAsked && !line.getParseResult().hasSubcommand());
    }

    /**
     * Starts the store's thread for a shell command. Commands use English in every locale, because scripts read their
     * output.
     */
    private static Executor startOwner() {
        Locale.setDefault(Locale.ENGLISH);
        warmUp();
        PrintStream err = System.err;
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
            err.println(Shell.sentence("Internal error on " + thread.getName() + ": " + bug));
            Runtime.getRuntime().halt(Shell.BUG);
        });
        return HeadlessFxThread.start();
    }

    /** This machine, as its environment describes it. */
    static SearchScope around(Map<String, String> environment, Optional<Credentials> password) {
        return SearchScope.ofThisMachine(environment, Path.of(System.getProperty("user.home")), password);
    }

    /** Runs a background task that nothing waits for, such as a request to the project's page. */
    public static void runInBackground(Runnable work) {
        Thread.ofVirtual().name("aside").start(work);
    }

    private static void warmUp() {
        Thread.ofVirtual().name("warm-up").start(Connection::warmUp);
    }
}
