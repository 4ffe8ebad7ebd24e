package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import taskglass.engine.inbox.Timing;
import taskglass.lab.Await;
import taskglass.lab.FaultProxy;
import taskglass.lab.FxThread;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.OpenCodeInstall;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadLimits;
import taskglass.task.store.StoreDiff;

/** The engine behind a faulty connection to a real server, at ten times the usual pace, and what must come of it. */
public final class FaultRig implements AutoCloseable {
    /** A tenth of the usual times; the server's heartbeats, which tell that a stream lives, come as seldom as ever. */
    static final Timing QUICK = new Timing(
            Duration.ofMillis(10),
            Duration.ofMillis(200),
            Duration.ofMillis(1500),
            Duration.ofSeconds(1),
            Timing.USUAL.silence(),
            Duration.ofMillis(25));

    /** Two, and one that was on its way when the fault ended. */
    private static final int POLLS = 3;

    public final RealOpenCode server;
    public final FaultProxy proxy;
    public final Rig rig;
    private final Api api;
    private final Map<String, Api> apis = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    public FaultRig() throws IOException {
        this(Api.V1);
    }

    /** A rig whose tasks live behind that API. */
    FaultRig(Api api) throws IOException {
        this(api, RealOpenCode.shared(), Clock.systemUTC(), QUICK);
    }

    FaultRig(Api api, RealOpenCode server, Clock clock, Timing timing) throws IOException {
        this.api = api;
        this.server = server;
        proxy = new FaultProxy(server.baseUrl());
        rig = new Rig(server, proxy.baseUrl(), clock, timing, engine -> engine.onDiff(this::remember));
    }

    private void remember(StoreDiff diff) {
        diff.entries()
                .forEach(entry -> entry.newStatus()
                        .ifPresent(status -> seen.add(entry.key().session() + " " + status)));
    }

    /** An engine at that pace, on a machine where OpenCode is not installed. */
    static Engine quick(Clock clock) {
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        return FxThread.ask(() -> new Engine(clock, FxThread.executor(), none, ReadLimits.WINDOW, QUICK));
    }

    /** A task that has made its first call and waits, at the gate that its script names. */
    public String begin(String script) {
        return begin(api, script);
    }

    /** The same behind that API. */
    String begin(Api where, String script) {
        String session = prompted(where, script);
        rig.awaitCalls(session, 1);
        return session;
    }

    /** A task that has been given its script. */
    String prompted(String script) {
        return prompted(api, script);
    }

    private String prompted(Api where, String script) {
        String session = where.create(rig, script);
        apis.put(session, where);
        where.prompt(rig, session, script);
        return session;
    }

    /** Launches a task from here, without waiting for its server to take it. */
    TaskKey launch(String script) {
        return rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                rig.connection.server(),
                script,
                script,
                Assignment.UNKNOWN,
                server.project().toString(),
                new Family(Optional.empty(), ParentWish.NONE))));
    }

    public void open(String gate) {
        server.model().gates().open(gate);
    }

    /** Lets the task go on behind the gate, and waits for the server's own word that it has ended. */
    public void finish(String session, String gate) {
        open(gate);
        Await.until("the server is done with " + session, () -> of(session).isDone(rig, session));
    }

    /** From now on, within two polls, the book says what the server's database says; and it was told once. */
    void assertTrueSoon(String session, TaskStatus status) {
        int before = proxy.listings();
        awaitTrue(session, status);
        assertThat(proxy.listings() - before)
                .as("polls until the book was true")
                .isLessThanOrEqualTo(POLLS);
        assertReportedOnce(session, status);
    }

    /** The book says what the server's database says, sooner or later. */
    void awaitTrue(String session, TaskStatus status) {
        int calls = of(session).toolCalls(rig, session);
        Await.until(
                session + " is " + status + " with " + calls + " calls",
                () -> FxThread.ask(() -> rig.engine
                        .store()
                        .find(rig.key(session))
                        .filter(task -> task.status() == status)
                        .flatMap(AgentTask::run)
                        .filter(run -> run.tools().exact() && run.tools().count() == calls)
                        .isPresent()));
    }

    private Api of(String session) {
        return apis.getOrDefault(session, api);
    }

    /** Told once, and not again by the polls that follow. */
    void assertReportedOnce(String session, TaskStatus status) {
        awaitPolls(2);
        assertThat(rig.task(session).status()).isEqualTo(status);
        assertThat(rig.notices(session)).containsExactly(status);
    }

    /** Waits until so many listings more have begun, none of which has to be waited for long. */
    public void awaitPolls(int more) {
        for (int i = 0; i < more; i++) {
            int before = proxy.listings();
            FxThread.ask(() -> {
                rig.engine.serverControl().retry(rig.connection.server());
                return true;
            });
            Await.until("another poll has begun", () -> proxy.listings() > before);
        }
    }

    /** Whether the session has ever had that status on the screen. */
    boolean everSeen(String session, TaskStatus status) {
        return seen.contains(session + " " + status);
    }

    @Override
    public void close() {
        rig.close();
        proxy.close();
    }
}
