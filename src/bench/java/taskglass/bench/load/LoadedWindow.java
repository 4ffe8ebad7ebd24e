package taskglass.bench.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.engine.Seconds;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.ui.Desktop;
import taskglass.ui.MainWindow;

/** The real window, in a process of its own, over a {@code LoadServer} in another; prints its figures as JSON. */
final class LoadedWindow {
    private static final Duration CALM = Duration.ofSeconds(4);
    private static final int SECONDS = 6;

    private final LoadStep step;
    private final Process server;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final ObjectNode figures = new ObjectMapper().createObjectNode();
    private Engine engine;
    private Stage stage;

    private LoadedWindow(LoadStep step) throws IOException {
        this.step = step;
        server = Children.java("taskglass.demo.LoadServer", List.of(), "" + step.sessions(), "" + step.running());
        answers = server.inputReader(StandardCharsets.UTF_8);
        orders = new PrintStream(server.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
        LoadedWindow window = new LoadedWindow(LoadStep.of(arguments[0]));
        try {
            window.open(new ServerId(window.answers.readLine()));
            window.measure();
            System.out.println(window.figures);
        } finally {
            window.server.destroy();
        }
        System.exit(0);
    }

    private void open(ServerId id) throws Exception {
        Connection connection =
                new Connection(new Endpoint(id, Optional.of(new Credentials(Credentials.DEFAULT_USER, "load"))));
        FutureTask<Void> opening = new FutureTask<>(() -> build(connection), null);
        long begin = System.nanoTime();
        Platform.startup(opening);
        opening.get();
        Platform.setImplicitExit(false);
        while (ask(() -> engine.book().tasks().size()) < step.sessions()) {
            Thread.sleep(20);
        }
        figures.put("listed ms", (System.nanoTime() - begin) / 1_000_000);
        Thread.sleep(CALM.multipliedBy(2));
        long requests = connection.traffic().requests();
        long bytes = connection.traffic().bytes();
        figures.put("rest cpu %", Footprint.cpu(CALM.multipliedBy(2)));
        double perMinute = 60.0 / CALM.multipliedBy(2).toSeconds();
        figures.put("requests/min", Math.round((connection.traffic().requests() - requests) * perMinute));
        figures.put("KB/min", Math.round((connection.traffic().bytes() - bytes) * perMinute / 1024));
    }

    private void build(Connection connection) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        Clock clock = Clock.systemUTC();
        Desktop desktop = new Desktop();
        engine = new Engine(clock, Platform::runLater, none);
        stage = new Stage();
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        MainWindow window =
                new MainWindow(stage, engine, new Seconds(clock, Platform::runLater).now(), desktop, settings);
        stage.setX(10);
        stage.setY(10);
        stage.setWidth(900);
        stage.setHeight(700);
        window.show();
        engine.watch(connection);
    }

    private void measure() throws Exception {
        if (step.rate() > 0) {
            orders.println(step.rate() + " " + 2 * SECONDS);
            Thread.sleep(Duration.ofSeconds(2));
            figures.put("load cpu %", Footprint.cpu(Duration.ofSeconds(SECONDS)));
            answers.readLine();
            probe();
            long sent = Long.parseLong(answers.readLine());
            Thread.sleep(Duration.ofSeconds(3));
            long counted = ask(() -> engine.book().tasks().stream()
                    .flatMap(task -> task.run().stream())
                    .mapToLong(run -> run.tools().count())
                    .sum());
            figures.put("events sent", sent).put("events lost", sent - counted);
        }
        figures.put("heap MB", Footprint.liveHeap());
        figures.put("PSS MB", Footprint.megabytes("Pss")).put("RSS MB", Footprint.megabytes("Rss"));
        ask(() -> {
            stage.hide();
            return true;
        });
        Thread.sleep(Duration.ofSeconds(2));
        figures.put("hidden cpu %", Footprint.cpu(CALM));
    }

    private void probe() throws Exception {
        Probe probe = new Probe(stage.getScene());
        ask(() -> {
            stage.getScene().addPostLayoutPulseListener(probe);
            return true;
        });
        orders.println(step.rate() + " " + SECONDS);
        probe.knock(SECONDS * 1000L);
        ask(() -> {
            stage.getScene().removePostLayoutPulseListener(probe);
            return true;
        });
        Quantiles delays = new Quantiles(ask(() -> List.copyOf(probe.delays())));
        figures.put("delay p50 ms", delays.at(0.5)).put("delay p99 ms", delays.at(0.99));
        figures.put("delay max ms", delays.at(1)).put("delays", delays.count());
        Quantiles waits = new Quantiles(ask(() -> List.copyOf(probe.waits())));
        figures.put("waits > 16 ms", waits.above(16)).put("waits > 100 ms", waits.above(100));
    }

    private static <T> T ask(Callable<T> question) throws Exception {
        FutureTask<T> answer = new FutureTask<>(question);
        Platform.runLater(answer);
        return answer.get();
    }
}
