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
import taskglass.engine.Engine;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OwnServer;
import taskglass.opencode.discovery.Surroundings;
import taskglass.settings.ServerList;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.shell.Shell;
import taskglass.task.Appetite;

/** Main: runs the command that was given, or makes sure that there is a desktop and opens the window on it. */
public final class Taskglass {
    /** What the window answers when Taskglass is started again; JavaFX makes the window, so it is left here for it. */
    private static Optional<Door> door = Optional.empty();

    /** Whether there is a window that was asked to come to the front, and did not answer. */
    private static boolean otherIsSilent;

    private Taskglass() {}

    static Optional<Door> door() {
        return door;
    }

    static boolean otherIsSilent() {
        return otherIsSilent;
    }

    /** Where what this user chose is kept. */
    static Path folder() {
        return SettingsFile.folder(
                System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    static ServerList added() {
        return new ServerList(Settings.of(SettingsFile.at(folder().resolve("settings.json")), Runnable::run));
    }

    // Not an Application itself: Java would start JavaFX before main, and print a trace where there is no desktop.
    public static void main(String[] words) {
        Arguments arguments = Arguments.plain(List.of(words)).orElseGet(() -> runOrRefuse(words));
        if (!arguments.ownWindow() && broughtToFront()) {
            System.exit(0);
        }
        if (arguments.inherits()) {
            waitForDoor();
        }
        warmUp();
        Drawing.choose(System.getProperty("os.name"), Path.of("/dev"));
        System.exit(Display.show(() -> Application.launch(TaskglassApp.class, words)));
    }

    /** Ends the program unless it is the window that the words ask for. */
    private static Arguments runOrRefuse(String[] words) {
        CommandLine line = commandLine(Taskglass::startOwner, System.getenv(), System.in, Terminal::width);
        line.setOut(Terminal.out());
        int status = line.execute(words);
        if (status != 0 || !opensWindow(line)) {
            System.exit(status);
        }
        return line.getCommand();
    }

    /** Whether there is a window already, which has heard that it is wanted; otherwise this one becomes it. */
    private static boolean broughtToFront() {
        try {
            door = Door.take(folder());
            boolean other = door.isEmpty();
            if (other && Door.knock(folder())) {
                return true;
            }
            otherIsSilent = other;
        } catch (IOException e) {
            // this folder cannot have a door: every start is a window of its own
        }
        if (otherIsSilent) {
            waitForDoor();
        }
        return false;
    }

    /** The window becomes what another start brings to the front as soon as the one that is it now has gone. */
    private static void waitForDoor() {
        try {
            door = Optional.of(Door.behind(folder()));
        } catch (IOException e) {
            // this folder cannot have a door
        }
    }

    /** The whole command line: what the window takes, and the commands. */
    static CommandLine commandLine(
            Supplier<Executor> owner, Map<String, String> environment, InputStream in, Supplier<OptionalInt> width) {
        return commandLine(owner, environment, in, width, KnownServers.ofThisMachine(environment));
    }

    /** The same, where that is known of servers that nobody named. */
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
        // On the command's own thread: windows are asked, which may not answer at once.
        Supplier<Executor> starting = () -> {
            lent.set(known.lent().get());
            return owner.get();
        };
        Function<Executor, Engine> watching = thread -> {
            Engine engine = new Engine(clock, thread, LocalOpenCode.ofThisMachine(), Appetite.SHELL);
            arguments.applyTo(
                    engine,
                    environment,
                    lent.get(),
                    known.around(),
                    () -> ShellServers.ofThisMachine(known.added().get(), thread)
                            .watch(engine));
            return engine;
        };
        new Shell(starting, watching, clock, in, width).addTo(line);
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionStrategy(arguments::run);
        return line;
    }

    private static boolean opensWindow(CommandLine line) {
        boolean onlyAsked = line.isUsageHelpRequested() || line.isVersionHelpRequested();
        return !onlyAsked && !line.getParseResult().hasSubcommand();
    }

    /** For the shell, which speaks English in every country: scripts read it. */
    private static Executor startOwner() {
        Locale.setDefault(Locale.ENGLISH);
        warmUp();
        PrintStream err = System.err;
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
            err.println(Shell.sentence("Internal error on " + thread.getName() + ": " + bug));
            Runtime.getRuntime().halt(Shell.BUG);
        });
        return Headless.start();
    }

    /** This machine, as its environment describes it. */
    static Surroundings around(Map<String, String> environment, Optional<Credentials> password) {
        return Surroundings.ofThisMachine(environment, Path.of(System.getProperty("user.home")), password);
    }

    /** Does something that nobody waits for, such as asking the project's page. */
    static void aside(Runnable work) {
        Thread.ofVirtual().name("aside").start(work);
    }

    private static void warmUp() {
        Thread.ofVirtual().name("warm-up").start(Connection::warmUp);
    }
}
