package taskglass.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.EventFaults.Passage;
import taskglass.lab.FaultProxy.Answer;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.TaskStatus;

/** What the V2 runtime of a real 1.18.33 does while nobody can hear it, and the book that is true afterwards. */
@NeedsOpenCode
class V2GapRealServerTest {
    /** More than are looked at with one poll. */
    private static final int MANY = 55;

    private final String gate = UUID.randomUUID().toString();

    @AfterEach
    void open() {
        RealOpenCode.shared().model().gates().open(gate);
    }

    @Test
    void anOldSessionThatWorkedWhollyInAGapIsSeen() throws IOException {
        V2Sessions second = V2Sessions.of(RealOpenCode.shared());
        String old = second.create();
        for (int newer = 0; newer < MANY; newer++) {
            second.create();
        }
        try (FaultRig faults = new FaultRig(Api.V2)) {
            faults.proxy.refuse();
            second.prompt(old, "steps=2");
            second.awaitIdle(old);
            faults.proxy.accept();
            faults.awaitTrue(old, TaskStatus.COMPLETED);
            faults.assertReportedOnce(old, TaskStatus.COMPLETED);
        }
    }

    @Test
    void aGapIsReadFromTheLogThoughNoMessageCanBeRead() throws IOException {
        try (FaultRig faults = new FaultRig(Api.V2)) {
            String session = faults.begin("steps=2 hold=" + gate);
            faults.proxy.answer(path -> path.contains(session + "/message"), Answer.BROKEN);
            faults.proxy.events().pass(Passage.HELD);
            faults.finish(session, gate);
            faults.proxy.events().drop();
            faults.proxy.events().pass(Passage.AS_THEY_COME);
            faults.rig.awaitCalls(session, 2);
            faults.rig.awaitStatus(session, TaskStatus.COMPLETED);
            assertThat(faults.rig.notices(session)).containsExactly(TaskStatus.COMPLETED);
        }
    }
}
