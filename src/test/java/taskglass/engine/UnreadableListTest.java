package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.TaskStatus;
import taskglass.task.status.Listing.DirectoryList;
import taskglass.task.status.Provenance;
import taskglass.task.status.StatusReason;

/** A webfetch without a timeout, for which OpenCode 1.18 refuses to list permission requests until it ends (trap 33). */
@NeedsOpenCode
class UnreadableListTest {
    @Test
    void trap33AListThatIsRefusedHidesNoOtherAndConfirmsNothing() throws IOException, InterruptedException {
        try (ScriptedModel model = new ScriptedModel();
                RealOpenCode server = RealOpenCode.start(model)) {
            String fetches;
            String asks;
            try (Rig before = new Rig(server)) {
                fetches = before.create("fetches");
                before.prompt(fetches, "steps=1 tool=webfetch");
                asks = before.create("asks");
                before.prompt(asks, "steps=1 tool=question");
                before.awaitStatus(fetches, TaskStatus.NEEDS_YOU);
                before.awaitStatus(asks, TaskStatus.NEEDS_YOU);
            }
            // Nobody heard the events that told of the requests: there are only the lists.
            try (Rig rig = new Rig(server)) {
                rig.awaitStatus(asks, TaskStatus.NEEDS_YOU);
                rig.awaitStatus(fetches, TaskStatus.RUNNING);
                Await.until(
                        "its call is known",
                        () -> why(rig, fetches).stream().anyMatch(StatusReason.MayWait.class::isInstance));
                assertThat(why(rig, fetches)).contains(new StatusReason.MayWait(Set.of(DirectoryList.PERMISSIONS)));
                assertThat(FxThread.ask(() -> rig.engine
                                        .store()
                                        .provenance(rig.engine
                                                .store()
                                                .find(rig.key(fetches))
                                                .orElseThrow()))
                                .source())
                        .isEqualTo(Provenance.Source.UNCONFIRMED);
                assertThat(FxThread.ask(() -> rig.engine.store().health(rig.connection.server()))
                                .refused(server.project().toString()))
                        .containsExactly(DirectoryList.PERMISSIONS);
            }
        }
    }

    private static List<StatusReason> why(Rig rig, String session) {
        return FxThread.ask(() ->
                rig.engine.store().why(rig.engine.store().find(rig.key(session)).orElseThrow()));
    }
}
