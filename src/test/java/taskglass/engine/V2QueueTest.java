package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.Assignment;
import taskglass.task.TaskStatus;
import taskglass.task.request.PromptDelivery;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.status.AgentTask;

/** Prompts that wait in a session of 2.x, on the scripted server. */
class V2QueueTest extends EngineOverOpenCode2 {
    @Test
    void trap20WhatIsParkedAfterAStopIsSeenAndCanBeDropped() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.queue(session, "and then the printer");
        rig.await("it is seen", task -> waiting(task).equals(List.of("and then the printer")));
        agents.interrupted(session, "user");
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(waiting(rig.task())).hasSize(1);
        FxThread.ask(() -> rig.engine.taskCommands().dropQueued(rig.key()));
        rig.await("it is gone", task -> waiting(task).isEmpty());
        assertThat(agents.waiting(session)).isZero();
    }

    private static List<String> waiting(AgentTask task) {
        return task.queue().waiting().stream().map(QueuedPrompt::text).toList();
    }

    @Test
    void trap20WhatWasParkedWhileNobodyListenedIsReadAfterTheStop() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.queue(session, "and then the printer");
        agents.interrupted(session, "user");
        rig.await("it is seen", task -> waiting(task).size() == 1);
    }

    @Test
    void aCancelSaysWhatItDropped() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        agents.queue(session, "and then the printer");
        rig.cancel();
        rig.await("it says so", task -> task.queue().dropped().size() == 1);
        rig.awaitStatus(TaskStatus.CANCELLED);
        assertThat(waiting(rig.task())).isEmpty();
    }

    @Test
    void aPromptForATaskAtWorkGoesWhenOneLikes() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        FxThread.ask(() -> rig.engine
                        .taskCommands()
                        .prompt(rig.key(), Assignment.UNKNOWN, "and then the printer", PromptDelivery.QUEUE))
                .toCompletableFuture()
                .join();
        assertThat(rig.posted("/prompt")).singleElement().asString().contains("\"delivery\":\"queue\"");
    }
}
