package taskglass.engine;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.lab.OpenCode2Agents;
import taskglass.lab.TickingClock;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.Notice;

/** The engine as the window runs it beside a scripted server of 2.x, which has one session to begin with. */
final class OpenCode2Rig implements AutoCloseable {
    final OpenCode2 server = new OpenCode2();
    final OpenCode2Agents agents = server.agents();
    final String session = agents.session("Port the parser");
    final TickingClock clock = new TickingClock();
    final Engine engine;
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    OpenCode2Rig() throws IOException {
        engine = FaultRig.quick(clock);
        Credentials credentials = new Credentials("opencode", OpenCode2.PASSWORD);
        FxThread.ask(() -> {
            engine.onNotice(notices::add);
            engine.watch(new Connection(new Endpoint(id(), Optional.of(credentials))));
            return true;
        });
        Await.until(
                "live",
                () -> FxThread.ask(() -> engine.store().health(id()).state()) == ServerHealth.ConnectionState.LIVE);
    }

    ServerId id() {
        return new ServerId(server.baseUrl());
    }

    TaskKey key() {
        return new TaskKey(id(), session);
    }

    List<String> listed() {
        return FxThread.ask(() -> engine.store().tasks().stream()
                .map(task -> task.key().session())
                .toList());
    }

    AgentTask task() {
        return FxThread.ask(() -> engine.store().find(key()).orElseThrow());
    }

    Attention asked() {
        return task().attention().getFirst();
    }

    static int calls(AgentTask task) {
        return task.run().map(run -> run.tools().count()).orElse(0);
    }

    List<TaskStatus> statuses() {
        return notices.stream().map(notice -> notice.task().status()).toList();
    }

    List<String> posted(String text) {
        return server.posted().stream().filter(post -> post.contains(text)).toList();
    }

    void answer(Answer answer) {
        FxThread.ask(() -> {
            engine.answer(key(), asked().id(), answer);
            return true;
        });
    }

    void awaitStatus(TaskStatus status) {
        await("it is " + status, task -> task.status() == status);
    }

    void await(String what, Predicate<AgentTask> holds) {
        await(key(), what, holds);
    }

    void await(TaskKey key, String what, Predicate<AgentTask> holds) {
        Await.until(
                what,
                () -> FxThread.ask(() -> engine.store().find(key).filter(holds).isPresent()));
    }

    void cancel() {
        FxThread.ask(() -> {
            engine.cancel(List.of(key()));
            return true;
        });
    }

    /** Returns when a listing that was asked for from now on has landed. */
    void awaitListing() {
        Instant before = heardOf();
        Await.until("a listing lands", () -> heardOf().isAfter(before));
    }

    private Instant heardOf() {
        return FxThread.ask(() -> engine.store().health(id()).listed().orElse(Instant.EPOCH));
    }

    @Override
    public void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        server.close();
    }
}
