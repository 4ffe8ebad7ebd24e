package taskglass.bench.load;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import taskglass.engine.Engine;
import taskglass.engine.inbox.Ticker;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.http.Traffic;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;
import taskglass.ui.window.DesktopAccess;
import taskglass.ui.window.MainWindow;

/** The real window over one server. It stores nothing and discovers no other servers. */
final class BenchWindow {
    private static final Duration GLANCE = Duration.ofMillis(20);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;
    private Engine engine;
    private Stage stage;
    private long retired;

    private BenchWindow(Connection connection) {
        this.connection = connection;
    }

    /** Starts JavaFX and opens the window; without a password for an empty one. */
    static BenchWindow open(String url, String password) throws Exception {
        Optional<Credentials> credentials = Optional.of(password)
                .filter(word -> !word.isEmpty())
                .map(word -> new Credentials(Credentials.DEFAULT_USER, word));
        BenchWindow window = new BenchWindow(new Connection(new Endpoint(new ServerId(url), credentials)));
        FutureTask<Void> opening = new FutureTask<>(window::build, null);
        Platform.startup(opening);
        opening.get();
        Platform.setImplicitExit(false);
        return window;
    }

    private void build() {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        Clock clock = Clock.systemUTC();
        DesktopAccess desktopAccess = new DesktopAccess();
        engine = new Engine(clock, Platform::runLater, none);
        engine.onDiff(this::countRetired);
        stage = new Stage();
        Settings settings = Settings.of(SettingsFile.none(), Runnable::run);
        MainWindow window =
                new MainWindow(stage, engine, new Ticker(clock, Platform::runLater).now(), desktopAccess, settings);
        stage.setX(10);
        stage.setY(10);
        stage.setWidth(900);
        stage.setHeight(700);
        window.show();
        engine.watch(connection);
    }

    Traffic traffic() {
        return connection.traffic();
    }

    Scene scene() {
        return stage.getScene();
    }

    /** For the JavaFX thread only. */
    TaskStore book() {
        return engine.store();
    }

    /** For the JavaFX thread only. */
    void answer(TaskKey task, String request, Answer answer) {
        engine.answer(task, request, answer);
    }

    void hide() throws Exception {
        ask(() -> {
            stage.hide();
            return true;
        });
    }

    /** Waits until the window knows that many tasks. */
    void awaitTasks(int count) throws Exception {
        while (ask(() -> book().tasks().size()) < count) {
            Thread.sleep(GLANCE);
        }
    }

    /** Waits until the server's event stream is open. */
    void awaitStream() throws Exception {
        while (!ask(() -> book().health(connection.server()).streaming())) {
            Thread.sleep(PAUSE);
        }
    }

    /** Waits until that many tasks have completed; fails after a generous timeout. */
    void awaitCompleted(int count) throws Exception {
        long begin = System.nanoTime();
        while (ask(this::completed) < count) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException(ask(this::completed) + " in place of " + count + " have completed");
            }
            Thread.sleep(PAUSE);
        }
    }

    private void countRetired(StoreDiff diff) {
        retired += diff.entries().stream()
                .filter(entry -> diff.retired(entry.key()))
                .filter(entry -> entry.before().filter(BenchWindow::completed).isPresent())
                .count();
    }

    /** Includes the tasks that have been evicted since, because the store keeps only the newest. */
    private long completed() {
        return retired + book().tasks().stream().filter(BenchWindow::completed).count();
    }

    private static boolean completed(AgentTask task) {
        return task.status() == TaskStatus.COMPLETED;
    }

    /** Returns the sum of the tool calls of all runs. */
    long calls() throws Exception {
        return ask(() -> book().tasks().stream()
                .flatMap(task -> task.run().stream())
                .mapToLong(run -> run.tools().count())
                .sum());
    }

    /** Runs a question on the JavaFX thread and returns its answer. */
    static <T> T ask(Callable<T> question) throws Exception {
        FutureTask<T> answer = new FutureTask<>(question);
        Platform.runLater(answer);
        return answer.get();
    }
}
