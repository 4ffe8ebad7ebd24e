package taskglass.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.engine.Rig;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.MovableClock;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.request.RemovalState;
import taskglass.task.status.AgentTask;

/** What a person orders of tasks that are there, on a real server, and that server's own word for what came of it. */
@OnEachOpenCode
class TaskCommandsRealServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MovableClock clock = new MovableClock(Instant.now());

    @Parameter
    private String version;

    private Rig rig;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version), clock, engine -> {});
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aSettledTaskGoesOnWithAFollowUpPromptByTheSameAgent() {
        String session = settled("to go on", "plan", "words=1", TaskStatus.COMPLETED);
        order(commands -> commands.prompt(rig.key(session), Assignment.UNKNOWN, "steps=2"));
        rig.awaitCalls(session, 2);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(prompts(session)).containsExactly("words=1", "steps=2");
        assertThat(agents(session)).containsOnly("plan");
    }

    @Test
    void anotherAgentMayGoOnWithATask() {
        String session = settled("for another", "plan", "words=1", TaskStatus.COMPLETED);
        Assignment build = new Assignment(Optional.of("build"), Optional.empty());
        order(commands -> commands.prompt(rig.key(session), build, "words=2"));
        Await.until(
                "its agent is the new one",
                () -> rig.task(session).session().assignment().agent().equals(Optional.of("build")));
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void aPromptForATaskAtWorkIsWorkedOnAfterwards() {
        String session = rig.create("busy");
        rig.prompt(session, "gate=first-" + version);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        order(commands -> commands.prompt(rig.key(session), Assignment.UNKNOWN, "text=second words=1"));
        rig.server.model().gates().open("first-" + version);
        Await.until(
                "both are answered",
                () -> rig.task(session)
                        .run()
                        .filter(run -> run.text().contains("second"))
                        .isPresent());
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aFailedTaskIsGivenItsLastPromptAgain() {
        String session = settled("to fail", "plan", "fail=400", TaskStatus.FAILED);
        order(commands -> commands.retry(rig.key(session)));
        Await.until("it is prompted again", () -> prompts(session).equals(List.of("fail=400", "fail=400")));
        Await.until(
                "it has failed again",
                () -> rig.notices(session).equals(List.of(TaskStatus.FAILED, TaskStatus.FAILED)));
        assertThat(agents(session)).containsOnly("plan");
    }

    @Test
    void aTaskIsRenamedOnItsServer() {
        String session = rig.create("before");
        awaitName(session, "before");
        order(commands -> commands.rename(rig.key(session), "after"));
        awaitName(session, "after");
        assertThat(rig.server.get("/session/" + session).path("title").asText()).isEqualTo("after");
    }

    @Test
    void aTaskThatWasLaunchedFromHereIsRenamedToo() {
        TaskKey key = rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                rig.connection.server(),
                "described",
                "words=1",
                Assignment.UNKNOWN,
                rig.server.project().toString(),
                Family.NONE)));
        awaitName(key.session(), "described");
        order(commands -> commands.rename(key, "renamed"));
        awaitName(key.session(), "renamed");
    }

    @Test
    void aDeletedTaskIsOnItsServerUntilItIsTooLateToTakeThatBack() {
        String parent = settled("to be deleted", "build", "words=1", TaskStatus.COMPLETED);
        String child = rig.create("below it", parent);
        Await.until("the child is known", () -> find(child).isPresent());
        CompletionStage<Boolean> gone = begin(commands -> commands.remove(rig.key(parent), RemovalState.DELETE));
        Await.until("its row says so", () -> rig.task(parent).removal() == RemovalState.DELETE);
        assertThat(listed()).contains(parent, child);
        clock.move(PendingRemovals.PATIENCE);
        lookAgain();
        assertThat(rig.outcome(() -> gone)).isTrue();
        Await.until(
                "both rows are gone",
                () -> find(parent).isEmpty() && find(child).isEmpty());
        assertThat(listed()).doesNotContain(parent, child);
    }

    @Test
    void anArchivedTaskIsKeptOnItsServerAndOnNoList() {
        String parent = settled("to be archived", "build", "words=1", TaskStatus.COMPLETED);
        String child = rig.create("archived below it", parent);
        Await.until("the child is known", () -> find(child).isPresent());
        CompletionStage<Boolean> gone = begin(commands -> commands.remove(rig.key(parent), RemovalState.ARCHIVE));
        clock.move(PendingRemovals.PATIENCE);
        lookAgain();
        assertThat(rig.outcome(() -> gone)).isTrue();
        Await.until(
                "both rows are gone",
                () -> find(parent).isEmpty() && find(child).isEmpty());
        assertThat(listed()).doesNotContain(parent, child);
        assertThat(rig.messages(parent)).hasSize(2);
    }

    @Test
    void aTaskThatAnotherClientArchivesLeavesTheList() {
        String session = settled("archived elsewhere", "build", "words=1", TaskStatus.COMPLETED);
        ObjectNode body = JSON.createObjectNode();
        body.putObject("time").put("archived", Instant.now().toEpochMilli());
        rig.server.patch("/session/" + session, body);
        Await.until("the row is gone", () -> find(session).isEmpty());
    }

    private String settled(String title, String agent, String script, TaskStatus end) {
        String session = rig.create(title);
        rig.prompt(session, agent, script);
        rig.awaitStatus(session, end);
        return session;
    }

    private <T> T order(Function<TaskCommands, CompletionStage<T>> order) {
        return rig.outcome(() -> order.apply(rig.engine.taskCommands()));
    }

    private <T> CompletionStage<T> begin(Function<TaskCommands, CompletionStage<T>> order) {
        return FxThread.ask(() -> order.apply(rig.engine.taskCommands()));
    }

    private void lookAgain() {
        FxThread.ask(() -> {
            rig.engine.serverControl().retry(rig.connection.server());
            return true;
        });
    }

    private Optional<AgentTask> find(String session) {
        return FxThread.ask(() -> rig.engine.store().find(rig.key(session)));
    }

    private void awaitName(String session, String name) {
        Await.until(
                "it is called " + name, () -> find(session).map(AgentTask::name).equals(Optional.of(name)));
    }

    private List<String> listed() {
        return rig.server.get("/experimental/session?limit=1000").findValuesAsText("id");
    }

    private List<String> prompts(String session) {
        return messages(session, "user")
                .map(message -> message.at("/parts/0/text").asText())
                .toList();
    }

    private List<String> agents(String session) {
        return messages(session, "user")
                .map(message -> message.at("/info/agent").asText())
                .toList();
    }

    private Stream<JsonNode> messages(String session, String role) {
        return StreamSupport.stream(rig.messages(session).spliterator(), false)
                .filter(message -> message.at("/info/role").asText().equals(role));
    }
}
