package taskglass.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Engine;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.Assignment;
import taskglass.task.ServerId;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;

/** The demo as our engine sees it, over HTTP. */
class DemoTest {
    private static final Instant NOON = Instant.parse("2026-11-25T14:00:00Z");

    private final MovableClock clock = new MovableClock(NOON);
    private final Demo demo = Demo.open(clock, Path.of("/home/you"), 1);
    private final Engine engine = engine();
    private final ServerId server = new ServerId(demo.url());

    private Engine engine() {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        return FxThread.ask(() -> new Engine(clock, FxThread.executor(), none));
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        demo.close();
    }

    @Test
    void everyStatusIsToBeSeenInTheDemosBook() {
        watch();
        Set<TaskStatus> wanted = Set.of(
                TaskStatus.RUNNING,
                TaskStatus.RETRYING,
                TaskStatus.NEEDS_YOU,
                TaskStatus.COMPLETED,
                TaskStatus.FAILED,
                TaskStatus.CANCELLED,
                TaskStatus.INTERRUPTED);
        Await.until("every status is there", () -> statuses().containsAll(wanted));
    }

    @Test
    void nothingOfItsWireIsUnknownToUsWhileItPlaysOn() {
        watch();
        clock.move(Duration.ofMinutes(20));
        Await.until("something new is done", () -> tasks().size() > 25);
        assertThat(FxThread.ask(() -> engine.serverControl().unknownEvents(server)))
                .isEmpty();
        assertThat(FxThread.ask(() -> engine.store().health(server).trouble())).isEmpty();
    }

    @Test
    void anAnswerLetsATaskGoOn() {
        watch();
        AgentTask asking = awaitNamed("Add the migration for archived tasks", TaskStatus.NEEDS_YOU);
        FxThread.ask(() -> {
            engine.answer(asking.key(), asking.attention().getFirst().id(), new Answer.Once());
            return true;
        });
        awaitNamed("Add the migration for archived tasks", TaskStatus.RUNNING);
    }

    @Test
    void aTaskCanBeCancelledWithAllBelowIt() {
        watch();
        AgentTask root = awaitNamed("Port the parser to records", TaskStatus.RUNNING);
        FxThread.ask(() -> {
            engine.cancel(List.of(root.key()));
            return true;
        });
        awaitNamed("Port the parser to records", TaskStatus.CANCELLED);
        awaitNamed("Check every caller of Token (@general subagent)", TaskStatus.CANCELLED);
        awaitNamed("Look through the test fixtures (@explore subagent)", TaskStatus.CANCELLED);
    }

    @Test
    void aTaskCanBeLaunched() {
        watch();
        FxThread.ask(() -> engine.launch(request()));
        awaitNamed("Try something", TaskStatus.RUNNING);
    }

    @Test
    void aClosedDemoTakesItsThreadAlong() {
        long open = dispatchers();
        demo.close();
        assertThat(dispatchers()).isEqualTo(open - 1);
    }

    /** Threads that take requests: the demo's, and those of the servers that other tests share. */
    private static long dispatchers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("HTTP-Dispatcher"))
                .count();
    }

    private LaunchRequest request() {
        return new LaunchRequest(server, "Try something", "Do it", Assignment.UNKNOWN, "/home/you/src/x", Family.NONE);
    }

    private void watch() {
        FxThread.ask(() -> {
            Credentials credentials = new Credentials(demo.user(), demo.password());
            engine.watch(new Connection(new Endpoint(server, Optional.of(credentials))));
            return true;
        });
        Await.until(
                "the demo is live",
                () -> FxThread.ask(() -> engine.store().health(server).state()) == ServerHealth.ConnectionState.LIVE);
    }

    private AgentTask awaitNamed(String name, TaskStatus status) {
        Await.until(name + " is " + status, () -> named(name, status).isPresent());
        return named(name, status).orElseThrow();
    }

    private Optional<AgentTask> named(String name, TaskStatus status) {
        return tasks().stream()
                .filter(task -> task.name().equals(name) && task.status() == status)
                .findFirst();
    }

    private Set<TaskStatus> statuses() {
        return tasks().stream().map(AgentTask::status).collect(Collectors.toSet());
    }

    private List<AgentTask> tasks() {
        return FxThread.ask(() -> List.copyOf(engine.store().tasks()));
    }
}
