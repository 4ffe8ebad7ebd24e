package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.Assignment;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.Todos;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;

/** Traps that recordings cannot lay, beside real servers; {@code taskglass.opencode.TrapsTest} lists all 29. */
@OnEachOpenCode
class ServerTrapsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameter
    private String version;

    private Rig rig;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version));
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void trap06AnUnknownAgentPromptedByAnotherClientFailsIfTheServerSaysAnything() {
        String session = rig.create("by another client");
        rig.prompt(session, "no-such-agent", "steps=1");
        boolean silent = version.equals("1.2.27");
        rig.awaitStatus(session, silent ? TaskStatus.IDLE : TaskStatus.FAILED);
        String why = rig.task(session)
                .outcome()
                .map(outcome -> outcome.why().english())
                .orElse("");
        assertThat(why).contains(silent ? "" : "no-such-agent");
    }

    @Test
    void trap09ASessionOfAnotherDirectoryIsWatchedToo() throws IOException {
        Path elsewhere = rig.server.newDirectory("elsewhere");
        TaskKey key = rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                rig.connection.server(),
                "Elsewhere",
                "steps=2 gate=elsewhere",
                Assignment.UNKNOWN,
                elsewhere.toString(),
                Family.NONE)));
        rig.awaitCalls(key.session(), 2);
        try (Rig late = new Rig(rig.server)) {
            late.awaitStatus(key.session(), TaskStatus.RUNNING);
        }
        rig.server.model().gates().open("elsewhere");
        rig.awaitStatus(key.session(), TaskStatus.COMPLETED);
        assertThat(rig.task(key.session()).session().directory()).isEqualTo(elsewhere.toString());
    }

    @Test
    void trap17AnAbortOfNothingIsAnsweredWithTrueAndChangesNothing() {
        String session = rig.create("done");
        rig.prompt(session, "words=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        JsonNode answer = rig.server.post("/session/" + session + "/abort", JSON.createObjectNode());
        assertThat(answer.asBoolean()).isTrue();
        lookAgain();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void trap19ASessionDeletedWhileRunningIsCancelledAndStaysSo() throws ServerTrouble {
        String session = rig.create("to be deleted");
        rig.prompt(session, "steps=1 sleep=3");
        rig.awaitCalls(session, 1);
        rig.connection.client().delete(rig.task(session).session());
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        lookAgain();
        lookAgain();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.CANCELLED);
    }

    @Test
    void trap28TheAgentsTodosAreThoseThatTheServerLists() {
        String session = rig.create("todos");
        rig.prompt(session, "steps=3 tool=todo gate=todos-" + version);
        rig.awaitCalls(session, 3);
        Await.until("the last call is over", () -> todos(session).equals(Optional.of(new Todos(2, 3))));
        assertThat(rig.server.get("/session/" + session + "/todo").findValuesAsText("status"))
                .containsExactly("completed", "completed", "in_progress");
        rig.server.model().gates().open("todos-" + version);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    /** Returns when a listing that was asked for now has landed. */
    private void lookAgain() {
        FxThread.ask(() -> {
            rig.engine.serverControl().retry(rig.connection.server());
            return true;
        });
        rig.awaitListing();
    }

    private Optional<Todos> todos(String session) {
        return rig.task(session).run().flatMap(run -> run.tools().todos());
    }
}
