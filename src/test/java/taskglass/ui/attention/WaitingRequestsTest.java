package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.task.run.Fact;
import taskglass.task.store.Change;
import taskglass.task.store.StoreDiff;
import taskglass.ui.Sample;

/** Which request is shown while others come and go. */
class WaitingRequestsTest {
    private final Sample sample = new Sample();
    private final WaitingRequests waitingRequests = new WaitingRequests(sample.store);

    @Test
    void theOldestIsShownAndStaysShownWhenAnOlderOneArrives() {
        asks("b", "per_2", 20);
        asks("a", "per_1", 10);
        assertThat(shown()).isEqualTo("per_2");
        assertThat(waitingRequests.position()).isEqualTo(2);
    }

    @Test
    void whenTheShownOneGoesTheOneAfterItComes() {
        asks("a", "per_1", 10);
        asks("b", "per_2", 20);
        asks("c", "per_3", 30);
        waitingRequests.next();
        waitingRequests.apply(heard("b", 40, new Fact.Replied("per_2")));
        assertThat(shown()).isEqualTo("per_3");
    }

    @Test
    void afterTheLastComesTheFirstAndBeforeTheFirstTheLast() {
        asks("a", "per_1", 10);
        asks("b", "per_2", 20);
        waitingRequests.next();
        waitingRequests.next();
        assertThat(shown()).isEqualTo("per_1");
        waitingRequests.previous();
        assertThat(shown()).isEqualTo("per_2");
    }

    @Test
    void severalRequestsOfOneTaskAreShownOneByOne() {
        asks("a", "per_1", 10);
        waitingRequests.apply(heard("a", 11, asked("per_2")));
        assertThat(waitingRequests.count()).isEqualTo(2);
        waitingRequests.apply(heard("a", 12, new Fact.Replied("per_1")));
        assertThat(shown()).isEqualTo("per_2");
    }

    @Test
    void aTaskThatAsksNothingChangesNothing() {
        asks("a", "per_1", 10);
        assertThat(waitingRequests.apply(sample.prompted("b", 20))).isFalse();
    }

    private void asks(String task, String request, long second) {
        waitingRequests.apply(sample.told(task, "", 0));
        waitingRequests.apply(sample.prompted(task, 1));
        waitingRequests.apply(heard(task, second, asked(request)));
    }

    private StoreDiff heard(String task, long second, Fact fact) {
        return sample.store.apply(List.of(new Change.Heard(Sample.key(task), Sample.at(second), fact)));
    }

    private static Fact asked(String request) {
        return new Fact.Asked(new Attention(request, Kind.PERMISSION, "edit", "a.txt"));
    }

    private String shown() {
        return waitingRequests.shown().orElseThrow().attention().id();
    }
}
