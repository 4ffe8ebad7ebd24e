package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import taskglass.lab.Await;
import taskglass.lab.OnEachOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;

/** What a parent session on a real server gets to read when its children settle. */
@OnEachOpenCode
class ParentMessageRealServerTest {
    @Parameter
    private String version;

    private Rig rig;
    private String parent;
    private ParentSession parentSession;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared(version));
        parent = rig.create("a parent");
        parentSession = new ParentSession(rig, parent);
        rig.prompt(parent, "words=1");
        rig.awaitStatus(parent, TaskStatus.COMPLETED);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aParentIsWokenWithOneMessage() {
        String child = parentSession.launch("Count", "steps=2", ParentWish.WAKE);
        Await.until("the parent has answered", () -> parentSession.answers() == 1);
        assertThat(parentSession.messages()).hasSize(1);
        assertThat(parentSession.messages().getFirst())
                .startsWith("Background task \"Count\" completed in ")
                .contains("with 2 tool calls.")
                .contains("done 0 done 1 done 2")
                .contains(child);
    }

    @Test
    void aQuietMessageIsStoredAndNobodyAnswers() {
        parentSession.launch("Count", "fail=400", ParentWish.QUIET);
        Await.until("the parent has the message", () -> parentSession.messages().size() == 1);
        assertThat(parentSession.messages().getFirst()).contains("failed after").contains("scripted failure 400");
        assertThat(parentSession.answers()).isZero();
        assertThat(rig.task(parent).status()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aBusyParentGetsItsMessageWhenItRests() {
        rig.prompt(parent, "gate=parent-rests");
        rig.awaitStatus(parent, TaskStatus.RUNNING);
        String child = parentSession.launch("Early", "words=1", ParentWish.QUIET);
        rig.awaitStatus(child, TaskStatus.COMPLETED);
        assertThat(parentSession.messages()).isEmpty();
        assertThat(parentSession.pending()).hasSize(1);
        rig.server.model().gates().open("parent-rests");
        Await.until("the parent has the message", () -> parentSession.messages().size() == 1);
    }

    @Test
    void twoChildrenThatFinishTogetherBothArrive() {
        parentSession.launch("One", "gate=both words=1", ParentWish.WAKE);
        parentSession.launch("Two", "gate=both words=1", ParentWish.WAKE);
        rig.server.model().gates().open("both");
        Await.until("both messages are there", () -> parentSession.messages().size() == 2);
        assertThat(String.join("\n", parentSession.messages()))
                .contains("\"One\"")
                .contains("\"Two\"");
        Await.until("nothing waits any more", () -> parentSession.pending().isEmpty());
    }

    @Test
    void theMessageOfAChildThatIsDeletedBeforeItsParentRestsIsDropped() throws IOException {
        rig.prompt(parent, "gate=parent-rests-too-late");
        rig.awaitStatus(parent, TaskStatus.RUNNING);
        String child = parentSession.launch("Deleted", "words=1", ParentWish.WAKE);
        rig.awaitStatus(child, TaskStatus.COMPLETED);
        assertThat(parentSession.pending()).hasSize(1);
        rig.connection.client().delete(rig.task(child).session());
        Await.until("nothing waits any more", () -> parentSession.pending().isEmpty());
        rig.server.model().gates().open("parent-rests-too-late");
        rig.awaitStatus(parent, TaskStatus.COMPLETED);
        assertThat(parentSession.messages()).isEmpty();
    }
}
