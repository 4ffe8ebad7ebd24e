package taskglass;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import picocli.CommandLine;
import taskglass.engine.Engine;
import taskglass.engine.Seconds;
import taskglass.opencode.Connection;
import taskglass.opencode.LocalOpenCode;
import taskglass.ui.Desktop;
import taskglass.ui.MainWindow;

/** The running program, as a table of contents: builds the window and everything behind it, in reading order. */
public final class TaskglassApp extends Application {
    private static final Logger LOG = System.getLogger(TaskglassApp.class.getName());

    private Optional<Engine> engine = Optional.empty();
    private Optional<Seconds> seconds = Optional.empty();

    @Override
    public void start(Stage stage) {
        Display.shown();
        Arguments arguments = CommandLine.populateCommand(
                new Arguments(), getParameters().getRaw().toArray(String[]::new));
        Clock clock = Clock.systemUTC();
        Desktop desktop = new Desktop();
        Engine watching = new Engine(clock, desktop.executor(), LocalOpenCode.ofThisMachine());
        Seconds ticking = new Seconds(clock, desktop.executor());
        engine = Optional.of(watching);
        seconds = Optional.of(ticking);
        MainWindow window = new MainWindow(stage, watching, ticking.now(), desktop);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> {
            LOG.log(Level.ERROR, "uncaught on " + thread.getName(), bug);
            desktop.executor().execute(() -> window.tellBug(bug));
        });
        window.show();
        arguments.endpoints(System.getenv()).forEach(endpoint -> watching.watch(new Connection(endpoint)));
    }

    @Override
    public void stop() {
        seconds.ifPresent(Seconds::close);
        engine.ifPresent(Engine::close);
    }
}
