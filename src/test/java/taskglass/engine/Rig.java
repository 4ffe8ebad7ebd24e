package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.inbox.Timing;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.Notice;
import taskglass.task.store.ReadLimits;

/** The engine as the window runs it, on the JavaFX thread, watching a real server; and that server's own state. */
public final class Rig implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final RealOpenCode server;
    public final Engine engine;
    public final Connection connection;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    public Rig(RealOpenCode server) {
        this(server, engine -> {});
    }

    /** Shows the engine to somebody, on the JavaFX thread, before it watches anything. */
    public Rig(RealOpenCode server, Consumer<Engine> audience) {
        this(server, Clock.systemUTC(), audience);
    }

    public Rig(RealOpenCode server, Clock clock, Consumer<Engine> audience) {
        this(server, server.baseUrl(), clock, Timing.USUAL, audience);
    }

    /** The same, by way of another address, while the server's own state is asked for directly. */
    public Rig(RealOpenCode server, String address, Consumer<Engine> audience) {
        this(server, address, Clock.systemUTC(), Timing.USUAL, audience);
    }

    /** With a clock and a pace of its own. */
    Rig(RealOpenCode server, String address, Clock clock, Timing timing, Consumer<Engine> audience) {
        this.server = server;
        this.connection = new Connection(new Endpoint(new ServerId(address), Optional.empty()));
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(() -> new Engine(clock, FxThread.executor(), none, ReadLimits.WINDOW, timing));
        FxThread.ask(() -> {
            engine.onNotice(notices::add);
            audience.accept(engine);
            engine.watch(connection);
            return engine;
        });
        awaitHealth(ServerHealth.ConnectionState.LIVE);
    }

    /** Returns when a listing that was asked for from now on has landed. */
    public void awaitListing() {
        Instant before = listed();
        Await.until("a listing lands", () -> listed().isAfter(before));
    }

    /**
     * Time passes while the server is listed again and again. A listing may have been asked for before the step in which it
     * lands: even two steps are no gap in the looking.
     */
    void watchFor(MovableClock clock, Duration time) {
        Duration step = Duration.ofSeconds(10);
        for (Duration watched = Duration.ZERO; watched.compareTo(time) < 0; watched = watched.plus(step)) {
            clock.move(step);
            awaitListing();
        }
    }

    private Instant listed() {
        return FxThread.ask(
                () -> engine.store().health(connection.server()).listed().orElse(Instant.EPOCH));
    }

    public void awaitHealth(ServerHealth.ConnectionState state) {
        Await.until(
                "the server is " + state,
                () -> FxThread.ask(
                                () -> engine.store().health(connection.server()).state())
                        == state);
    }

    public TaskKey key(String session) {
        return new TaskKey(connection.server(), session);
    }

    /** Creates a session beside the app, as another client would. */
    public String create(String title) {
        return create(JSON.createObjectNode().put("title", title));
    }

    /** Creates a child of a session beside the app. */
    public String create(String title, String parent) {
        return create(JSON.createObjectNode().put("title", title).put("parentID", parent));
    }

    private String create(ObjectNode session) {
        return server.post("/session" + in(), session).path("id").asText();
    }

    /** Prompts a session beside the app. */
    public void prompt(String session, String script) {
        prompt(session, "build", script);
    }

    public void prompt(String session, String agent, String script) {
        ObjectNode body = JSON.createObjectNode().put("agent", agent);
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        server.post("/session/" + session + "/prompt_async" + in(), body);
    }

    /** Adds so many messages that no agent answers. */
    public void notes(String session, int count) {
        ObjectNode body = JSON.createObjectNode().put("agent", "build").put("noReply", true);
        body.putArray("parts").addObject().put("type", "text").put("text", "a note");
        for (int i = 0; i < count; i++) {
            server.post("/session/" + session + "/message" + in(), body);
        }
    }

    public AgentTask task(String session) {
        return FxThread.ask(() -> engine.store().find(key(session)).orElseThrow());
    }

    public void awaitStatus(String session, TaskStatus status) {
        Await.until(
                session + " is " + status,
                () -> FxThread.ask(() -> engine.store()
                        .find(key(session))
                        .filter(task -> task.status() == status)
                        .isPresent()));
    }

    public void awaitCalls(String session, int calls) {
        Await.until(
                session + " has made " + calls + " calls",
                () -> FxThread.ask(() -> engine.store()
                        .find(key(session))
                        .flatMap(AgentTask::run)
                        .filter(run -> run.tools().count() == calls)
                        .isPresent()));
    }

    public void cancel(String session) {
        FxThread.ask(() -> {
            engine.cancel(List.of(key(session)));
            return true;
        });
    }

    /** What a stage of the engine's comes to; a {@link CommandFailed} is thrown as such. */
    public <T> T outcome(Supplier<CompletionStage<T>> command) {
        try {
            return FxThread.ask(command::get)
                    .toCompletableFuture()
                    .orTimeout(20, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CommandFailed failed) {
                throw failed;
            }
            throw e;
        }
    }

    /** The notices about one session, as statuses in the order given. */
    public List<TaskStatus> notices(String session) {
        return notices.stream()
                .map(Notice::task)
                .filter(task -> task.key().equals(key(session)))
                .map(AgentTask::status)
                .toList();
    }

    /** The same, whichever of several servers told of it. */
    public List<TaskStatus> noticesOf(String session) {
        return notices.stream()
                .map(Notice::task)
                .filter(task -> task.key().session().equals(session))
                .map(AgentTask::status)
                .toList();
    }

    /** The session's transcript as the server's database has it. */
    public JsonNode messages(String session) {
        return server.messages(session, server.project());
    }

    /** Tool calls and times of the latest run, which that prompt began, are those of the server's database. */
    public void assertAgrees(String session, int prompt) {
        // OpenCode 1.15 says that a session is idle some 40 ms before it closes the aborted message.
        Await.until(
                session + " has its end and all its calls",
                () -> task(session)
                        .run()
                        .filter(run -> run.ended().isPresent() && run.tools().exact())
                        .isPresent());
        Truth truth = Truth.of(messages(session), prompt);
        AgentTask task = task(session);
        Run run = task.run().orElseThrow();
        assertThat(run.tools().count()).isEqualTo(truth.toolCalls());
        assertThat(task.started()).isEqualTo(truth.started());
        assertThat(run.ended()).isEqualTo(truth.ended());
    }

    String in() {
        return "?directory=" + RealOpenCode.encoded(server.project());
    }

    @Override
    public void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
    }
}
