package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OpenCode2;
import taskglass.lab.OpenCode2Agents;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.OpenCodeInstall;
import taskglass.task.Activity;
import taskglass.task.AgentTask;
import taskglass.task.Answer;
import taskglass.task.Appetite;
import taskglass.task.Assignment;
import taskglass.task.Attention;
import taskglass.task.LaunchRequest;
import taskglass.task.LaunchRequest.Family;
import taskglass.task.Notice;
import taskglass.task.Parting;
import taskglass.task.ServerHealth;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;

/** What only 2.x has, on a scripted server that speaks as its contract says: no real one is to be had yet. */
class OpenCode2Test {
    private final List<Notice> notices = new CopyOnWriteArrayList<>();
    private OpenCode2 server;
    private OpenCode2Agents agents;
    private Engine engine;
    private String session;

    @BeforeEach
    void watch() throws IOException {
        server = new OpenCode2();
        agents = server.agents();
        session = agents.session("Port the parser");
        LocalOpenCode none = new LocalOpenCode(new OpenCodeInstall(Map.of(), Path.of("/nowhere"), false), Map.of());
        engine = FxThread.ask(
                () -> new Engine(Clock.systemUTC(), FxThread.executor(), none, Appetite.WINDOW, FaultRig.QUICK));
        watch(OpenCode2.PASSWORD);
        Await.until("live", () -> FxThread.ask(() -> engine.book().health(id()).word()) == ServerHealth.Word.LIVE);
    }

    private void watch(String password) {
        Credentials credentials = new Credentials("opencode", password);
        FxThread.ask(() -> {
            engine.onNotice(notices::add);
            engine.watch(new Connection(new Endpoint(id(), Optional.of(credentials))));
            return true;
        });
    }

    @AfterEach
    void close() {
        FxThread.ask(() -> {
            engine.close();
            return true;
        });
        server.close();
    }

    @Test
    void itsSessionsAreListed() {
        await("it is listed", task -> task.session().title().equals("Port the parser"));
    }

    @Test
    void allPagesOfItsSessionsAreListed() {
        List<String> all = IntStream.range(0, 120)
                .mapToObj(number -> agents.session("Session " + number))
                .toList();
        server.dropStreams();
        Await.until("all are listed", () -> listed().containsAll(all));
    }

    @Test
    void aRunThatSucceedsIsCompletedWithItsCallsAndItsPrice() {
        agents.begin(session, "port it");
        String first = agents.step(session);
        agents.call(session, first, "call_1", "bash");
        await("the call is told", task -> calls(task) == 1);
        agents.callEnds(session, first, "call_1");
        agents.stepEnds(session, first, "tool-calls");
        String last = agents.step(session);
        agents.text(session, last, "It is ported.");
        agents.stepEnds(session, last, "stop");
        agents.succeed(session);
        awaitStatus(TaskStatus.COMPLETED);
        assertThat(task().run().orElseThrow().tools().spent().cost()).isEqualTo(0.5);
        assertThat(task().run().orElseThrow().text()).isEqualTo("It is ported.");
        assertThat(statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aCallIsToldByItsNameThoughOnlyItsInputNamesIt() {
        agents.begin(session, "port it");
        agents.call(session, agents.step(session), "call_1", "webfetch");
        await(
                "its name is told",
                task -> task.run().flatMap(run -> run.tools().going()).equals(Optional.of("webfetch")));
    }

    @Test
    void anExecutionThatFailedHasFailedWithItsSentence() {
        agents.begin(session, "port it");
        agents.step(session);
        agents.fail(session, "the model is on strike");
        awaitStatus(TaskStatus.FAILED);
        assertThat(task().outcome().orElseThrow().why().english()).isEqualTo("the model is on strike");
    }

    @Test
    void anExecutionThatWasInterruptedIsNoSuccess() {
        agents.begin(session, "port it");
        agents.stepEnds(session, agents.step(session), "tool-calls");
        agents.interrupted(session, "user");
        awaitStatus(TaskStatus.CANCELLED);
    }

    @Test
    void aRetryTellsItsAttemptAndItsReason() {
        agents.begin(session, "port it");
        agents.retry(session, agents.step(session), 2, "overloaded");
        awaitStatus(TaskStatus.RETRYING);
        assertThat(task().activity()).isInstanceOfSatisfying(Activity.Retrying.class, retrying -> {
            assertThat(retrying.attempt()).isEqualTo(2);
            assertThat(retrying.reason()).isEqualTo("overloaded");
        });
    }

    @Test
    void aCancelInterruptsIt() {
        agents.begin(session, "port it");
        agents.step(session);
        awaitStatus(TaskStatus.RUNNING);
        FxThread.ask(() -> {
            engine.cancel(List.of(key()));
            return true;
        });
        awaitStatus(TaskStatus.CANCELLED);
        assertThat(posted("/interrupt")).hasSize(1);
    }

    @Test
    void aPermissionIsAnsweredAtItsSession() {
        agents.begin(session, "port it");
        agents.step(session);
        String request = agents.askPermission(session, "make install");
        awaitStatus(TaskStatus.NEEDS_YOU);
        assertThat(asked().detail()).isEqualTo("make install");
        answer(new Answer.Once());
        await("it waits no more", task -> task.attention().isEmpty());
        assertThat(posted("/permission/" + request + "/reply"))
                .singleElement()
                .asString()
                .contains("once");
    }

    @Test
    void aFormIsAnsweredByItsKeysAndValues() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForm(session);
        awaitStatus(TaskStatus.NEEDS_YOU);
        answer(new Answer.Chosen(List.of(List.of("stable"), List.of("Linux", "macOS"), List.of("all new"))));
        await("it waits no more", task -> task.attention().isEmpty());
        assertThat(posted("/form/" + form + "/reply"))
                .singleElement()
                .asString()
                .contains("\"channel\":\"s\"", "\"targets\":[\"l\",\"m\"]", "\"notes\":\"all new\"");
    }

    @Test
    void aFormThatIsDismissedIsCancelled() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForm(session);
        awaitStatus(TaskStatus.NEEDS_YOU);
        answer(new Answer.Dismiss());
        await("it waits no more", task -> task.attention().isEmpty());
        assertThat(posted("/form/" + form + "/cancel")).hasSize(1);
    }

    @Test
    void aRunWhoseEventsWereLostIsReadFromTheListing() {
        int streams = server.streams();
        server.dropStreams();
        agents.begin(session, "port it");
        String step = agents.step(session);
        agents.call(session, step, "call_1", "bash");
        agents.callEnds(session, step, "call_1");
        agents.stepEnds(session, step, "stop");
        agents.succeed(session);
        awaitStatus(TaskStatus.COMPLETED);
        await("the call is counted", task -> calls(task) == 1);
        Await.until("the stream is open again", () -> server.streams() >= streams);
        assertThat(statuses()).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aLaunchNamesTitleParentAgentAndModelAndPromptsFlat() {
        LaunchRequest request = new LaunchRequest(
                id(), "Write tests", "write them", Assignment.UNKNOWN, "/home/dev/project", Family.NONE);
        TaskKey launched =
                FxThread.ask(() -> engine.launch(request)).toCompletableFuture().join();
        assertThat(posted("/api/session")).anyMatch(post -> post.contains("Write tests"));
        assertThat(posted(launched.session() + "/prompt"))
                .singleElement()
                .asString()
                .contains("{\"text\":\"write them\"}");
    }

    @Test
    void aTypeOfTomorrowIsCountedAndIgnored() {
        agents.emitUnknown(session);
        Await.until(
                "it is counted",
                () -> FxThread.ask(() -> engine.upkeep().unknownEvents(id())).containsKey("session.dreamt"));
        assertThat(task().status().active()).isFalse();
    }

    @Test
    void aDeletedSessionGoes() {
        await("it is listed", task -> true);
        FxThread.ask(() -> engine.acting().part(key(), Parting.DELETE));
        Await.until(
                "it has gone",
                () -> FxThread.ask(() -> engine.book().find(key())).isEmpty());
    }

    private ServerId id() {
        return new ServerId(server.baseUrl());
    }

    private TaskKey key() {
        return new TaskKey(id(), session);
    }

    private List<String> listed() {
        return FxThread.ask(() ->
                engine.book().tasks().stream().map(task -> task.key().session()).toList());
    }

    private AgentTask task() {
        return FxThread.ask(() -> engine.book().find(key()).orElseThrow());
    }

    private Attention asked() {
        return task().attention().getFirst();
    }

    private static int calls(AgentTask task) {
        return task.run().map(run -> run.tools().count()).orElse(0);
    }

    private List<TaskStatus> statuses() {
        return notices.stream().map(notice -> notice.task().status()).toList();
    }

    private List<String> posted(String words) {
        return server.posted().stream().filter(post -> post.contains(words)).toList();
    }

    private void answer(Answer answer) {
        FxThread.ask(() -> {
            engine.answer(key(), asked().id(), answer);
            return true;
        });
    }

    private void awaitStatus(TaskStatus status) {
        await("it is " + status, task -> task.status() == status);
    }

    private void await(String what, Predicate<AgentTask> holds) {
        Await.until(
                what,
                () -> FxThread.ask(() -> engine.book().find(key()).filter(holds).isPresent()));
    }
}
