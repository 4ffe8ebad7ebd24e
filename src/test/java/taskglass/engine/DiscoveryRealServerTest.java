package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.opencode.Connection;
import taskglass.opencode.discovery.SearchScope;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;

/** Servers that nobody named come and go, and the engine watches them. */
@NeedsOpenCode
class DiscoveryRealServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How often a process is asked about in three looks at least; each look asks up to three times. */
    private static final int SOME_LOOKS = 12;

    private Engine engine;

    @BeforeEach
    void open() {
        engine = FaultRig.quick(Clock.systemUTC());
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
    }

    @Test
    void serversThatNobodyNamedAreWatchedWithTheirSessions() {
        RealOpenCode older = RealOpenCode.shared("1.2.27");
        RealOpenCode newer = RealOpenCode.shared();
        String one = session(older);
        String other = session(newer);
        scan(Around.servers(older, newer));
        awaitTask(older, one);
        awaitTask(newer, other);
        assertThat(origin(newer)).isInstanceOf(ServerOrigin.Listener.class);
    }

    @Test
    void aServerThatIsStartedLaterIsFoundToo() throws IOException {
        scan(Around.processes(pid -> ProcessHandle.of(pid)
                .flatMap(ProcessHandle::parent)
                .filter(ProcessHandle.current()::equals)
                .isPresent()));
        awaitLooked();
        RealOpenCode later = RealOpenCode.shared().startBeside();
        awaitHealth(later, ServerHealth.ConnectionState.LIVE);
        later.close();
    }

    @Test
    void aServerThatGoesWithNothingAtWorkIsDropped() throws IOException {
        RealOpenCode server = RealOpenCode.shared().startBeside();
        scan(Around.servers(server));
        awaitHealth(server, ServerHealth.ConnectionState.LIVE);
        server.close();
        Await.until("it is gone", () -> servers().isEmpty());
    }

    @Test
    void aServerThatGoesWithWorkUnderWayStaysAsUnreachable() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model)) {
            AtomicInteger questions = new AtomicInteger();
            RealOpenCode another = RealOpenCode.shared();
            scan(Around.processes(pid -> {
                questions.addAndGet(another.runs(pid) ? 1 : 0);
                return server.runs(pid);
            }));
            awaitHealth(server, ServerHealth.ConnectionState.LIVE);
            String session = session(server);
            prompt(server, session, "steps=1 gate=never");
            Await.until("it runs", () -> status(server, session).equals(Optional.of(TaskStatus.RUNNING)));
            server.stop();
            awaitHealth(server, ServerHealth.ConnectionState.UNREACHABLE);
            int before = questions.get();
            Await.until("some looks have missed it", () -> questions.get() > before + SOME_LOOKS);
            assertThat(servers()).containsExactly(id(server));
        }
    }

    @Test
    void aServerThatIsRestartedIsTheSameOne() throws Exception {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model)) {
            scan(Around.servers(server));
            awaitHealth(server, ServerHealth.ConnectionState.LIVE);
            server.restartOnSamePort();
            String session = session(server);
            awaitTask(server, session);
            assertThat(servers()).containsExactly(id(server));
        }
    }

    @Test
    void aServerThatWasNamedStaysNamed() {
        RealOpenCode server = RealOpenCode.shared();
        FxThread.ask(() -> {
            engine.watch(new Connection(new Endpoint(id(server), Optional.empty())));
            return true;
        });
        scan(Around.servers(server));
        awaitLooked();
        assertThat(origin(server)).isEqualTo(new ServerOrigin.Named());
        assertThat(servers()).containsExactly(id(server));
    }

    @Test
    void whereNothingIsFoundThatIsKnownAfterTheFirstLook() {
        scan(Around.processes(pid -> false));
        awaitLooked();
        assertThat(servers()).isEmpty();
    }

    @Test
    void anEngineThatIsNotAskedToLooksForNothing() {
        assertThat(FxThread.ask(() -> engine.discovery().started())).isFalse();
    }

    private void scan(SearchScope around) {
        FxThread.ask(() -> {
            engine.discovery().start(around);
            return true;
        });
    }

    private ServerOrigin origin(RealOpenCode server) {
        return FxThread.ask(() -> engine.discovery().origin(id(server)));
    }

    private List<ServerId> servers() {
        return FxThread.ask(() -> engine.servers());
    }

    private Optional<TaskStatus> status(RealOpenCode server, String session) {
        TaskKey key = new TaskKey(id(server), session);
        return FxThread.ask(() -> engine.store().find(key).map(AgentTask::status));
    }

    private void awaitTask(RealOpenCode server, String session) {
        Await.until(session + " is known", () -> status(server, session).isPresent());
    }

    private void awaitHealth(RealOpenCode server, ServerHealth.ConnectionState state) {
        Await.until(
                "the server is " + state,
                () -> servers().contains(id(server))
                        && FxThread.ask(() -> engine.store().health(id(server)).state()) == state);
    }

    private static ServerId id(RealOpenCode server) {
        return new ServerId(server.baseUrl());
    }

    private static String session(RealOpenCode server) {
        ObjectNode body = JSON.createObjectNode().put("title", "Found");
        return server.post("/session" + in(server), body).path("id").asText();
    }

    private static void prompt(RealOpenCode server, String session, String script) {
        ObjectNode body = JSON.createObjectNode().put("agent", "build");
        body.putArray("parts").addObject().put("type", "text").put("text", script);
        server.post("/session/" + session + "/prompt_async" + in(server), body);
    }

    private static String in(RealOpenCode server) {
        return "?directory=" + RealOpenCode.encoded(server.project());
    }

    private void awaitLooked() {
        Await.until(
                "a look has ended", () -> FxThread.ask(() -> engine.discovery().hasSearched()));
    }
}
