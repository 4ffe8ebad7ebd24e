package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;

/** Cancels at a real server, and what its database says of them afterwards. */
@NeedsOpenCode
class CancelRealServerTest {
    private Rig rig;

    @BeforeEach
    void watch() {
        rig = new Rig(RealOpenCode.shared());
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aRootIsCancelledWithTwoLevelsBelowItThatItsServerWouldLeaveRunning() {
        String root = working(rig.create("a root"), "gate=never");
        String child = working(rig.create("a child", root), "gate=never");
        String grandchild = working(rig.create("a grandchild", child), "gate=never");
        rig.cancel(root);
        for (String session : List.of(root, child, grandchild)) {
            rig.awaitStatus(session, TaskStatus.CANCELLED);
            assertThat(Truth.of(rig.messages(session), 0).error()).isEqualTo("MessageAbortedError");
        }
        assertThat(rig.notices(root)).containsExactly(TaskStatus.CANCELLED);
        assertThat(rig.notices(child)).isEmpty();
        assertThat(rig.notices(grandchild)).isEmpty();
    }

    @Test
    void aSubagentThatIsCancelledAloneLeavesItsRootGoingOn() {
        String root = working(rig.create("a root"), "steps=1 tool=task sub=0 subgate=never gate=the-root-ends");
        Await.until("the subagent runs", () -> children(root).size() == 1);
        String child = children(root).getFirst();
        rig.awaitStatus(child, TaskStatus.RUNNING);
        rig.cancel(child);
        rig.awaitStatus(child, TaskStatus.CANCELLED);
        assertThat(rig.task(root).status()).isEqualTo(TaskStatus.RUNNING);
        rig.server.model().gates().open("the-root-ends");
        rig.awaitStatus(root, TaskStatus.COMPLETED);
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(child)).isEmpty();
    }

    @Test
    void aTaskThatHadJustCompletedWhenItWasCancelledIsCompleted() {
        String session = working(rig.create("nearly done"), "gate=done-in-secret");
        FxThread.ask(() -> {
            // While this thread is held, no news of the end can reach the book.
            rig.server.model().gates().open("done-in-secret");
            Await.until("the server is done", () -> isIdle(session));
            assertThat(rig.task(session).status()).isEqualTo(TaskStatus.RUNNING);
            rig.engine.cancel(List.of(rig.key(session)));
            return true;
        });
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(Truth.of(rig.messages(session), 0).finish()).isEqualTo("stop");
        assertThat(rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
    }

    @Test
    void aCancelThatIsAskedForTwiceIsReportedOnce() {
        String session = working(rig.create("twice"), "steps=1 sleep=30");
        rig.cancel(session);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        rig.prompt(session, "words=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.CANCELLED, TaskStatus.COMPLETED);
    }

    @Test
    void aPromptRightAfterACancelIsWorkedOn() {
        String session = working(rig.create("again"), "gate=never");
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        rig.prompt(session, "steps=1 sleep=5");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        rig.assertAgrees(session, 1);
    }

    @Test
    void aPromptThatWaitsBehindTheCancelledOneIsCancelledToo() {
        String session = working(rig.create("two prompts"), "gate=never");
        rig.prompt(session, "gate=never");
        Await.until("both prompts are there", () -> rig.messages(session).size() == 3);
        rig.cancel(session);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
        assertThat(isIdle(session)).isTrue();
        assertThat(rig.messages(session)).hasSize(3);
        assertThat(rig.notices(session)).containsExactly(TaskStatus.CANCELLED);
    }

    @Test
    void aParentThatIsCancelledWithItsChildIsNotWokenByIt() {
        String parent = working(rig.create("a parent"), "gate=never");
        Family family = new Family(Optional.of(rig.key(parent)), ParentWish.WAKE);
        Assignment build = new Assignment(Optional.of("build"), Optional.empty());
        String child = rig.outcome(() -> rig.engine.launch(new LaunchRequest(
                        rig.connection.server(),
                        "A child",
                        "gate=never",
                        build,
                        rig.server.project().toString(),
                        family)))
                .session();
        rig.awaitStatus(child, TaskStatus.RUNNING);
        rig.cancel(parent);
        Await.until(
                "the parent has been told",
                () -> rig.messages(parent).toString().contains("Background task \\\"A child\\\" was cancelled"));
        Await.until(
                "nothing waits any more",
                () -> FxThread.ask(() -> rig.engine.parentMessages().pending()).isEmpty());
        assertThat(isIdle(parent)).isTrue();
        assertThat(rig.task(parent).status()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(rig.notices(parent)).containsExactly(TaskStatus.CANCELLED);
        assertThat(rig.notices(child)).containsExactly(TaskStatus.CANCELLED);
    }

    private String working(String session, String script) {
        rig.prompt(session, script);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        return session;
    }

    private List<String> children(String root) {
        return FxThread.ask(() -> rig.engine.store().children(rig.key(root)).stream()
                .map(task -> task.key().session())
                .toList());
    }

    private boolean isIdle(String session) {
        String in = RealOpenCode.encoded(rig.server.project());
        return !rig.server.get("/session/status?directory=" + in).has(session);
    }
}
