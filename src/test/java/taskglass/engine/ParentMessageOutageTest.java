package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.lab.ScriptedModel;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.ParentMessage.WaitsFor;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;

/** What becomes of a message to a parent whose server goes away and comes back. */
@NeedsOpenCode
class ParentMessageOutageTest {
    private final AtomicBoolean stopWhenAChildCompletes = new AtomicBoolean();
    private ScriptedModel model;
    private RealOpenCode server;
    private Rig rig;
    private String parent;
    private ParentSession parentSession;

    @BeforeEach
    void watch() throws IOException, InterruptedException {
        model = new ScriptedModel();
        server = RealOpenCode.start(model);
        rig = new Rig(server, engine -> engine.onDiff(this::stopBeforeItIsReported));
        parent = rig.create("a parent");
        parentSession = new ParentSession(rig, parent);
        rig.prompt(parent, "words=1");
        rig.awaitStatus(parent, TaskStatus.COMPLETED);
    }

    @AfterEach
    void close() {
        rig.close();
        server.close();
        model.close();
    }

    @Test
    void aParentThatCannotBeReachedWhenItsChildSettlesGetsOneMessageWhenItsServerIsBack() throws IOException {
        stopWhenAChildCompletes.set(true);
        parentSession.launch("Count", "steps=1", ParentWish.WAKE);
        Await.until(
                "the message waits for the server",
                () -> parentSession.pending().stream()
                        .map(ParentMessage::waitsFor)
                        .anyMatch(WaitsFor.UNREACHABLE_SERVER::equals));
        server.restartOnSamePort();
        Await.until("the parent has answered", () -> parentSession.answers() == 1);
        Await.until("nothing waits any more", () -> parentSession.pending().isEmpty());
        assertThat(parentSession.messages()).hasSize(1);
    }

    @Test
    void aBusyParentWhoseServerIsKilledGetsOneMessageWhenTheServerIsBack() throws IOException {
        rig.prompt(parent, "gate=never");
        rig.awaitStatus(parent, TaskStatus.RUNNING);
        String child = parentSession.launch("Count", "steps=1", ParentWish.QUIET);
        rig.awaitStatus(child, TaskStatus.COMPLETED);
        assertThat(parentSession.pending()).hasSize(1);
        server.stop();
        rig.awaitHealth(ServerHealth.ConnectionState.UNREACHABLE);
        server.restartOnSamePort();
        rig.awaitStatus(parent, TaskStatus.INTERRUPTED);
        Await.until("the parent has the message", () -> parentSession.messages().size() == 1);
        Await.until("nothing waits any more", () -> parentSession.pending().isEmpty());
        assertThat(parentSession.messages()).hasSize(1);
    }

    /** The listeners hear of a difference before the message to the parent is written. */
    private void stopBeforeItIsReported(StoreDiff diff) {
        boolean completed = diff.entries().stream()
                .anyMatch(entry ->
                        entry.newStatus().filter(TaskStatus.COMPLETED::equals).isPresent());
        if (completed && stopWhenAChildCompletes.getAndSet(false)) {
            server.stop();
        }
    }
}
