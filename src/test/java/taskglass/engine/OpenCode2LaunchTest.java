package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.LogRecorder;
import taskglass.lab.OpenCode2Location;
import taskglass.task.Assignment;
import taskglass.task.ModelRef;
import taskglass.task.TaskKey;
import taskglass.task.TaskStatus;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;

/** A launch at a server of 2.x, which takes what it will not do, and tells more than a launch may know. */
class OpenCode2LaunchTest extends EngineOverOpenCode2 {
    private static final String DIRECTORY = "/home/dev/project";

    @Test
    void trap13FirstListsThatAreEmptyAreAskedForAgain() {
        rig.server.location().emptyFirst(3);
        TaskKey launched = launch(DIRECTORY, worker("build", Optional.of("scripted")));
        assertThat(rig.posted(launched.session() + "/prompt")).hasSize(1);
    }

    @Test
    void trap13WhatADialogOffersIsWaitedForToo() {
        rig.server.location().emptyFirst(3);
        LaunchChoices choices = choices();
        assertThat(choices.agents()).extracting(LaunchChoices.Agent::name).containsExactly("build", "plan");
        assertThat(choices.models()).hasSize(1);
    }

    @Test
    void trap13AnAgentThatIsNotInAFullListIsRefusedBeforeAnythingIsCreated() {
        assertThatThrownBy(() -> launch(DIRECTORY, worker("nobody", Optional.empty())))
                .hasMessageContaining("nobody")
                .hasMessageContaining("build");
        assertThat(rig.posted("/api/session")).isEmpty();
    }

    @Test
    void trap14TheKeyOfAProviderIsNeitherLoggedNorKept() {
        try (LogRecorder log = new LogRecorder()) {
            LaunchChoices choices = choices();
            launch(DIRECTORY, worker("build", Optional.of("scripted")));
            assertThatThrownBy(() -> launch(DIRECTORY, worker("build", Optional.of("nothing"))))
                    .hasMessageNotContaining(OpenCode2Location.KEY);
            assertThat(choices.toString()).contains("scripted").doesNotContain(OpenCode2Location.KEY);
            assertThat(log.text()).doesNotContain(OpenCode2Location.KEY);
        }
    }

    @Test
    void trap15AnUnknownAgentOfAnotherClientFailsWithTheSentenceOfTheEvent() {
        String session = rig.server.agents().sessionOf("nobody");
        rig.agents.begin(session, "port it");
        rig.await(
                new TaskKey(rig.id(), session),
                "it has failed with its sentence",
                task -> task.status() == TaskStatus.FAILED
                        && task.outcome().orElseThrow().why().english().contains("Agent not found: \"nobody\""));
    }

    private LaunchChoices choices() {
        return FxThread.ask(() -> rig.engine.serverControl().choices(rig.id(), DIRECTORY))
                .toCompletableFuture()
                .join();
    }

    /** Fails as the stage does. */
    private TaskKey launch(String directory, Assignment who) {
        LaunchRequest request = new LaunchRequest(rig.id(), "Write tests", "write them", who, directory, Family.NONE);
        try {
            return FxThread.ask(() -> rig.engine.launch(request))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException refused) {
            throw (RuntimeException) refused.getCause();
        }
    }

    private static Assignment worker(String agent, Optional<String> model) {
        return new Assignment(Optional.of(agent), model.map(name -> new ModelRef("lab", name)));
    }
}
