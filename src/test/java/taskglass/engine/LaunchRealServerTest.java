package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.engine.command.CommandFailed;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;

/** Launches on a real server: what is created, what is refused, what fails later. */
@OnEachOpenCode
class LaunchRealServerTest {
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
    void aLaunchIsAChildSessionNamedAfterItsDescription() {
        String parent = rig.create("the parent");
        TaskKey key = launch("Find it", "steps=1", Optional.of("general"), parent);
        rig.awaitStatus(key.session(), TaskStatus.COMPLETED);
        assertThat(rig.task(key.session()).session().title()).isEqualTo("Background: Find it");
        assertThat(rig.task(key.session()).session().parent()).contains(rig.key(parent));
        rig.assertAgrees(key.session(), 0);
    }

    @Test
    void aLaunchWithAnUnknownAgentIsRefusedBeforeAnythingIsCreated() {
        int before = rig.server.get("/experimental/session").size();
        assertThatThrownBy(() -> launch("Never", "steps=1", Optional.of("no-such-agent"), ""))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("no-such-agent")
                .hasMessageContaining("build");
        assertThat(rig.server.get("/experimental/session").size()).isEqualTo(before);
    }

    @Test
    void aLaunchWithAModelThatIsNotThereIsRefusedWithThoseThatAre() {
        Assignment assignment = new Assignment(Optional.of("build"), Optional.of(new ModelRef("lab", "nope")));
        LaunchRequest request = new LaunchRequest(
                rig.connection.server(),
                "No model",
                "steps=1",
                assignment,
                rig.server.project().toString(),
                Family.NONE);
        assertThatThrownBy(() -> rig.outcome(() -> rig.engine.launch(request)))
                .isInstanceOf(CommandFailed.class)
                .hasMessageContaining("lab/nope")
                .hasMessageContaining("offered=[");
    }

    private TaskKey launch(String description, String script, Optional<String> agent, String parent) {
        Family family =
                new Family(Optional.of(parent).filter(id -> !id.isEmpty()).map(rig::key), ParentWish.NONE);
        return rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                rig.connection.server(),
                description,
                script,
                new Assignment(agent, Optional.empty()),
                rig.server.project().toString(),
                family)));
    }
}
