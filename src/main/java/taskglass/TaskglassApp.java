package taskglass;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import taskglass.desktop.Display;
import taskglass.desktop.Dock;
import taskglass.desktop.SingleInstance;
import taskglass.desktop.TaskId;
import taskglass.engine.Engine;
import taskglass.engine.OwnOpenCode;
import taskglass.engine.inbox.SerialTasks;
import taskglass.engine.inbox.Ticker;
import taskglass.ledger.Ledger;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OwnServer;
import taskglass.programs.ExternalPrograms;
import taskglass.release.LatestRelease;
import taskglass.release.Project;
import taskglass.release.UpdateCheck;
import taskglass.settings.Keychain;
import taskglass.settings.Preferences;
import taskglass.settings.ServerList;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.text.UiLanguage;
import taskglass.trace.StallTrace;
import taskglass.ui.window.DesktopAccess;
import taskglass.ui.window.MainWindow;

/** The running program: builds the window and everything behind it, in reading order, like a table of contents. */
public final class TaskglassApp extends Application {
    private static final Logger LOG = System.getLogger(TaskglassApp.class.getName());

    private final Project project = Project.ofThisBuild();
    private final SerialTasks writer = new SerialTasks("settings");
    private final SerialTasks keychain = new SerialTasks("keychain");
    private final SerialTasks visitors = new SerialTasks("visitors");
    private final Dock dock = new Dock(new SerialTasks("dock"), System.getenv());
    private final DesktopAccess desktopAccess = new DesktopAccess(
                    address -> getHostServices().showDocument(address), dock::show)
            .with(ExternalPrograms.ofThisMachine(Taskglass::runInBackground));
    private final Settings settings = Settings.of(
            SettingsFile.usual(
                    System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name")),
            writer);
    private final DemoAtHand demo = new DemoAtHand();
    private Optional<Engine> engine = Optional.empty();
    private Optional<Ticker> seconds = Optional.empty();
    private Optional<ServerLending> lending = Optional.empty();

    @Override
    public void start(Stage stage) {
        Display.shown();
        UiLanguage.speak(new Preferences(settings).language().code());
        Arguments arguments = Arguments.ofWindow(getParameters().getRaw(), () -> new ServerList(settings));
        Clock clock = Clock.systemUTC();
        Engine watching = new Engine(clock, desktopAccess.executor(), LocalOpenCode.ofThisMachine());
        Ticker ticking = new Ticker(clock, desktopAccess.executor());
        engine = Optional.of(watching);
        seconds = Optional.of(ticking);
        MainWindow window = new MainWindow(
                stage, watching, ticking.now(), desktopAccess, settings, Keychain.ofThisMachine(keychain));
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
            LOG.log(Level.ERROR, "uncaught on " + thread.getName(), bug);
            desktopAccess.executor().execute(() -> window.tellBug(bug));
        });
        watching.onBug(window::tellBug);
        watching.keepIn(Ledger.in(
                Taskglass.ledgerFile(),
                clock,
                trouble -> desktopAccess.executor().execute(() -> window.tellLedger(trouble))));
        watching.discovery().offerDemo(demo::open);
        watching.discovery().onLeavingDemo(() -> leaveDemo(watching, arguments, window));
        window.show();
        if (Taskglass.otherIsSilent()) {
            LOG.log(Level.WARNING, "The other window does not answer. Opening another one.");
            window.tellOfSilentWindow();
        }
        StallTrace.of(Thread.currentThread(), desktopAccess.executor()).ifPresent(Taskglass::runInBackground);
        watchReleases(ticking, window);
        if (arguments.showsDemo()) {
            watching.discovery().showDemo();
        } else {
            watch(watching, arguments, window);
        }
        if (Taskglass.instance().isPresent()) {
            visitors.execute(() -> answerSecondStarts(window));
        }
        Taskglass.opens().map(TaskId::text).ifPresent(window::open);
        knowOwnServers(watching, arguments.looksAround());
    }

    private static void watch(Engine watching, Arguments arguments, MainWindow window) {
        arguments.applyTo(
                watching,
                System.getenv(),
                List.of(),
                password -> Taskglass.around(System.getenv(), password),
                window.added()::watchAll);
    }

    /**
     * Watches in the same window what a start without the demo watches. From then on, a second start shows this window
     * unless there is another.
     */
    private void leaveDemo(Engine watching, Arguments arguments, MainWindow window) {
        watch(watching, arguments, window);
        adoptOwnServers(watching.ownOpenCode());
        demo.close();
        if (Taskglass.instance().isEmpty() && !arguments.namesServers()) {
            visitors.execute(() -> {
                Taskglass.waitForDoor();
                answerSecondStarts(window);
            });
        }
    }

    /** Blocks until the program ends if this is the window that a second start shows, or may become it. */
    private void answerSecondStarts(MainWindow window) {
        Taskglass.instance()
                .ifPresent(instance ->
                        instance.listen(task -> desktopAccess.executor().execute(() -> open(window, task))));
    }

    private static void open(MainWindow window, Optional<TaskId> task) {
        window.toFront();
        task.map(TaskId::text).ifPresent(window::open);
    }

    /**
     * Takes over servers that an earlier window left running, borrows those that others lend, and lends those that this
     * window starts.
     */
    private void knowOwnServers(Engine watching, boolean looksAround) {
        OwnOpenCode own = watching.ownOpenCode();
        own.onChange(() -> lend(own));
        if (looksAround) {
            adoptOwnServers(own);
        }
    }

    private void adoptOwnServers(OwnOpenCode own) {
        own.takeOver();
        Taskglass.runInBackground(() -> {
            List<OwnServer> lent = ServerLending.from(Taskglass.folder());
            desktopAccess.executor().execute(() -> lent.forEach(own::borrow));
        });
    }

    /** Opens the socket for borrowers once there is a server to lend. */
    private void lend(OwnOpenCode own) {
        if (lending.isEmpty() && !own.running().isEmpty()) {
            try {
                ServerLending opened = ServerLending.in(Taskglass.folder());
                lending = Optional.of(opened);
                Taskglass.runInBackground(() -> opened.listen(own::running));
            } catch (IOException | UnsupportedOperationException e) {
                LOG.log(Level.WARNING, "commands in a shell cannot borrow what this window started: " + e);
            }
        }
    }

    private void watchReleases(Ticker ticking, MainWindow window) {
        UpdateCheck updates = new UpdateCheck(
                project.version(),
                settings,
                new LatestRelease(project.latest()),
                Taskglass::runInBackground,
                desktopAccess.executor(),
                window::tellNewer);
        updates.recall();
        ticking.now().subscribe(updates::at);
    }

    @Override
    public void stop() {
        seconds.ifPresent(Ticker::close);
        lending.ifPresent(ServerLending::close);
        engine.ifPresent(Engine::close);
        demo.close();
        writer.close();
        Taskglass.instance().ifPresent(SingleInstance::close);
        visitors.close();
    }
}
