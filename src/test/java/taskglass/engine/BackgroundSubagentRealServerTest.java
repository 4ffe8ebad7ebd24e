package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.TaskStatus;
import taskglass.task.status.AgentTask;

/** Trap 36: a root ends while the subagent that it has sent to the background works, and is woken when that has ended. */
@NeedsOpenCode
class BackgroundSubagentRealServerTest {
    private ScriptedModel model;
    private RealOpenCode server;
    private Rig rig;
    private String root;

    @BeforeEach
    void delegate() throws Exception {
        model = new ScriptedModel();
        server = RealOpenCode.startWith(model, Map.of("OPENCODE_EXPERIMENTAL_BACKGROUND_SUBAGENTS", "true"));
        rig = new Rig(server);
        root = rig.create("a root");
        rig.prompt(root, "steps=1 tool=task background=1 subgate=behind");
        Await.until("the root has ended for now", () -> answers() == 1);
        rig.awaitListing();
    }

    @AfterEach
    void close() {
        rig.close();
        server.close();
        model.close();
    }

    @Test
    void trap36ThatIsOneRunAndReportedOnceWhenTheRootHasEndedAgain() {
        assertThat(rig.notices(root)).isEmpty();
        model.gates().open("behind");
        Await.until("the root was woken and has ended", () -> answers() == 2);
        Await.until("it is told", () -> !rig.notices(root).isEmpty());
        rig.awaitListing();
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(children()).isEqualTo(1);
        rig.assertAgrees(root, 0);
    }

    private long children() {
        return FxThread.ask(() -> rig.engine.store().children(rig.key(root)).stream()
                .map(AgentTask::status)
                .filter(TaskStatus.COMPLETED::equals)
                .count());
    }

    /** How many answers of the root have ended with a last word. */
    private long answers() {
        long answers = 0;
        for (JsonNode message : rig.messages(root)) {
            answers += message.at("/info/finish").asText().equals("stop") ? 1 : 0;
        }
        return answers;
    }
}
