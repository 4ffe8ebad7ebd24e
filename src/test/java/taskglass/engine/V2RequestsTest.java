package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.TaskStatus;
import taskglass.task.request.Answer;
import taskglass.task.request.RequestContent;

/** What a person is asked by sessions of 2.x, on the scripted server. */
class V2RequestsTest extends EngineOverOpenCode2 {
    @Test
    void trap24WhatWasAskedWhileNobodyListenedIsListedWhenTheStreamIsOpenAgain() {
        agents.begin(session, "port it");
        agents.step(session);
        rig.awaitStatus(TaskStatus.RUNNING);
        rig.server.refuseStreams();
        agents.askPermission(session, "make install");
        rig.server.acceptStreams();
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
    }

    @Test
    void aPermissionSaysAllOfItsResourcesAndItsReasonAndHowLongAlwaysLasts() {
        agents.begin(session, "port it");
        agents.step(session);
        agents.askPermission(session, List.of("make install", "rm -rf build"), "The plugin wants a clean tree.");
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        RequestContent.Permission asking =
                (RequestContent.Permission) rig.asked().asking();
        assertThat(asking.whole()).contains("make install", "rm -rf build", "The plugin wants a clean tree.");
        assertThat(asking.always().stored()).isTrue();
    }

    @Test
    void aFormOfAnMcpServerWaitsAtWhoeverWorksInItsDirectory() {
        agents.begin(session, "port it");
        agents.step(session);
        String form = agents.askForNobody();
        rig.awaitStatus(TaskStatus.NEEDS_YOU);
        assertThat(rig.asked().detail()).contains("https://tracker.example/login");
        rig.answer(new Answer.Chosen(List.of(List.of("Done"))));
        rig.await("it waits no more", task -> task.attention().isEmpty());
        assertThat(rig.posted("/api/session/global/form/" + form + "/reply")).hasSize(1);
    }
}
