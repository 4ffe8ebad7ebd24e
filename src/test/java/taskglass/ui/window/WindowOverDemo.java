package taskglass.ui.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.demo.Demo;
import taskglass.engine.Engine;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;

/** A window that is not shown, over one moment of the demo, for tests to build on. */
public abstract class WindowOverDemo extends ApplicationTest {
    /** The demo plays the same afternoon each time, and its clock stands still. */
    private static final Instant MOMENT = Instant.parse("2026-11-25T14:32:10Z");

    private static final long SEED = 1;

    /** How many wait for a person at that moment. */
    private static final long REQUESTS = 2;

    private final MovableClock time = new MovableClock(MOMENT);
    final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(MOMENT);
    MainWindow window;
    public Stage stage;
    Demo demo;
    public Engine engine;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() {
        demo = Demo.open(time, Path.of(System.getProperty("user.home")), SEED);
        engine = engine(time);
        window = FxThread.ask(
                () -> new MainWindow(stage, engine, clock, desktop(), Settings.of(SettingsFile.none(), Runnable::run)));
    }

    @AfterEach
    void close() {
        interact(new DesktopAccess()::hideAll);
        interact(engine::close);
        demo.close();
    }

    /** What a terminal sends when its user cancels a task there. */
    void abortElsewhere(TaskKey task) {
        String login = Base64.getEncoder().encodeToString((demo.user() + ":" + demo.password()).getBytes(UTF_8));
        HttpRequest abort = HttpRequest.newBuilder(URI.create(demo.url() + "/session/" + task.session() + "/abort"))
                .header("Authorization", "Basic " + login)
                .POST(BodyPublishers.noBody())
                .build();
        try (HttpClient terminal = HttpClient.newHttpClient()) {
            assertThat(terminal.send(abort, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the demo does not answer", e);
        }
    }

    /** From now on the server does not answer. */
    void closeServer() {
        demo.close();
    }

    DesktopAccess desktop() {
        return new DesktopAccess();
    }

    Engine engine(Clock clock) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        return FxThread.ask(() -> new Engine(clock, FxThread.executor(), none));
    }

    public Connection connection() {
        return connection(demo.url());
    }

    /** The demo by way of another address. */
    Connection connection(String url) {
        Credentials credentials = new Credentials(demo.user(), demo.password());
        return new Connection(new Endpoint(new ServerId(url), Optional.of(credentials)));
    }

    public static ServerId nowhere() {
        return new ServerId("http://127.0.0.1:4096");
    }

    public boolean allIsRead() {
        Collection<AgentTask> tasks = engine.store().tasks();
        return tasks.size() > 20 && tasks.stream().noneMatch(task -> task.status() == TaskStatus.IDLE);
    }

    /** No request is left, nor the strip. */
    void answerAll() {
        // Each list is read by itself: what waits may not be known yet when all else is.
        FxThread.until(
                "what waits is read",
                () -> engine.store().tasks().stream()
                                .mapToLong(task -> task.attention().size())
                                .sum()
                        == REQUESTS);
        interact(() -> List.copyOf(engine.store().tasks())
                .forEach(task -> task.attention().forEach(asked -> answer(task.key(), asked))));
        FxThread.until(
                "none waits",
                () -> engine.store().tasks().stream()
                        .allMatch(task -> task.attention().isEmpty()));
        FxThread.until(
                "the strip is gone",
                () -> !stage.getScene().lookup("#attention").isVisible());
    }

    private void answer(TaskKey task, Attention request) {
        boolean asks = request.kind() == Attention.Kind.QUESTION;
        engine.answer(task, request.id(), asks ? new Answer.Dismiss() : new Answer.Reject(""));
    }

    public Stage awaitWindow(String content) {
        FxThread.until(content + " is shown", () -> find(content).isPresent());
        return (Stage) FxThread.ask(() -> find(content).orElseThrow());
    }

    static Optional<Window> find(String content) {
        return Window.getWindows().stream()
                .filter(window -> window.getScene().lookup(content) != null)
                .findFirst();
    }

    public void press(String button) {
        FxThread.until(
                button + " can be pressed",
                () -> !stage.getScene().lookup(button).isDisabled());
        interact(() -> ((Button) stage.getScene().lookup(button)).fire());
    }
}
