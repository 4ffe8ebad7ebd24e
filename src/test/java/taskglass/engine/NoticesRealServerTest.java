package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;

/** When a tree of sessions on a real server is told of; its children are begun by another client. */
@NeedsOpenCode
class NoticesRealServerTest {
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
    void aRootThatEndsBeforeItsTwoChildrenIsReportedOnceWhenTheLastHasSettled() {
        String root = working(rig.create("a root"), "gate=tree-root");
        String early = working(rig.create("early", root), "gate=tree-early");
        String late = working(rig.create("late", root), "gate=tree-late");
        settle(root, "tree-root");
        settle(early, "tree-early");
        assertThat(rig.notices(root)).isEmpty();
        settle(late, "tree-late");
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(early)).isEmpty();
        assertThat(rig.notices(late)).isEmpty();
    }

    @Test
    void aRootThatEndsAfterItsChildrenIsReportedOnce() {
        String root = working(rig.create("a root"), "gate=last-root");
        String child = working(rig.create("a child", root), "gate=last-child");
        String grandchild = working(rig.create("a grandchild", child), "gate=last-grandchild");
        settle(child, "last-child");
        settle(grandchild, "last-grandchild");
        assertThat(rig.notices(child)).isEmpty();
        settle(root, "last-root");
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(child)).isEmpty();
    }

    @Test
    void childrenThatBeginUnderARootThatRestsAreReportedEachByItselfAndTheRootNotAgain() {
        String root = working(rig.create("a root"), "gate=rests-root");
        settle(root, "rests-root");
        String early = working(rig.create("early", root), "gate=rests-early");
        String late = working(rig.create("late", root), "gate=rests-late");
        settle(early, "rests-early");
        settle(late, "rests-late");
        assertThat(rig.notices(root)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(early)).containsExactly(TaskStatus.COMPLETED);
        assertThat(rig.notices(late)).containsExactly(TaskStatus.COMPLETED);
    }

    private String working(String session, String script) {
        rig.prompt(session, script);
        rig.awaitStatus(session, TaskStatus.RUNNING);
        return session;
    }

    private void settle(String session, String gate) {
        rig.server.model().gates().open(gate);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }
}
