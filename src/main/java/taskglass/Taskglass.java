package taskglass;

import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;
import picocli.CommandLine;
import taskglass.engine.Engine;
import taskglass.engine.Seconds;
import taskglass.opencode.Connection;
import taskglass.opencode.OpenCodeInstall;
import taskglass.ui.Desktop;
import taskglass.ui.MainWindow;

/** Main: reads the command line and builds the window and what stands behind it, in reading order. */
public final class Taskglass extends Application {
    private static final CommandLine COMMAND_LINE = new CommandLine(new Arguments());

    private Optional<Engine> engine = Optional.empty();
    private Optional<Seconds> seconds = Optional.empty();

    public static void main(String[] arguments) {
        int status = COMMAND_LINE.execute(arguments);
        boolean onlyAsked = COMMAND_LINE.isUsageHelpRequested() || COMMAND_LINE.isVersionHelpRequested();
        if (status != 0 || onlyAsked) {
            System.exit(status);
        }
        System.exit(Display.show(() -> Application.launch(Taskglass.class)));
    }

    @Override
    public void start(Stage stage) {
        Display.shown();
        Arguments arguments = COMMAND_LINE.getCommand();
        Clock clock = Clock.systemUTC();
        Desktop desktop = new Desktop();
        Engine watching = new Engine(clock, desktop.executor(), OpenCodeInstall.ofThisMachine());
        Seconds ticking = new Seconds(clock, desktop.executor());
        engine = Optional.of(watching);
        seconds = Optional.of(ticking);
        new MainWindow(stage, watching, ticking.now(), desktop).show();
        arguments.endpoints(System.getenv()).forEach(endpoint -> watching.watch(new Connection(endpoint)));
    }

    @Override
    public void stop() {
        seconds.ifPresent(Seconds::close);
        engine.ifPresent(Engine::close);
    }
}
