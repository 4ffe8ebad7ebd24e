package taskglass.opencode.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import taskglass.lab.Allocation;
import taskglass.opencode.Events;
import taskglass.task.ServerId;

/** What one event may allocate until it is a fact, or nothing: twice what it does (src/docs/jmh.md), since JVMs differ. */
class EventBudgetTest {
    private final EventWire wire = new EventWire(new ServerId("http://127.0.0.1:4096"));

    @Test
    void aDeltaOfASessionThatNobodyFollowsStaysWithinThreeKilobytes() throws Exception {
        assertThat(bytes(Events.delta("Working on step 0. "))).isLessThan(3_000);
    }

    @Test
    void aLongDeltaCostsNoMoreThanAShortOne() throws Exception {
        String text = "Working on step 0. ";
        assertThat(bytes(Events.delta(text.repeat(100)))).isLessThan(2 * bytes(Events.delta(text)));
    }

    @Test
    void aSyncDoubleStaysWithinThirteenHundredBytes() throws Exception {
        assertThat(bytes(Events.sync())).isLessThan(1_300);
    }

    @Test
    void aStatusStaysWithinSixKilobytes() throws Exception {
        assertThat(bytes(Events.status("busy"))).isLessThan(6_000);
    }

    @Test
    void aToolCallStaysWithinElevenKilobytes() throws Exception {
        assertThat(bytes(Events.tool("completed", "total 0"))).isLessThan(11_000);
    }

    private long bytes(String event) throws Exception {
        return Allocation.perRound(() -> wire.parse(event));
    }
}
