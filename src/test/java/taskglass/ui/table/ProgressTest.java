package taskglass.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.Change;
import taskglass.task.Fact;
import taskglass.task.TaskError;
import taskglass.task.ToolCall.State;
import taskglass.ui.Sample;
import taskglass.ui.words.StatusLook.Tone;

class ProgressTest {
    private final Sample sample = new Sample();

    @BeforeEach
    void prompt() {
        sample.told("a", "", 0);
        sample.prompted("a", 0);
    }

    @Test
    void countsCallsAndNamesTheLastTool() {
        sample.called("a", "p1", State.COMPLETED);
        sample.called("a", "p2", State.COMPLETED);

        assertThat(progress().whole()).isEqualTo("2 calls · bash");
        assertThat(progress().calling()).isFalse();
    }

    @Test
    void showsThatACallIsGoingOn() {
        sample.called("a", "p1", State.RUNNING);

        assertThat(progress().calling()).isTrue();
    }

    @Test
    void saysThatCallsMayHaveBeenMissed() {
        sample.called("a", "p1", State.COMPLETED);
        sample.book.apply(java.util.List.of(new Change.StreamLost(Sample.SERVER)));

        assertThat(progress().lead()).isEqualTo("≥ 1 call");
    }

    @Test
    void showsTheBeginningOfTheResult() {
        sample.completed("a", 3, "\n  It is done.\nDetails follow.");

        assertThat(progress().rest()).isEqualTo("It is done.");
        assertThat(progress().tone()).isEqualTo(Tone.MUTED);
    }

    @Test
    void showsWhyItFailedInRed() {
        sample.failed("a", 3, new TaskError("APIError", "context too long\n  at stack"));

        assertThat(progress().whole()).isEqualTo("context too long");
        assertThat(progress().tone()).isEqualTo(Tone.DANGER);
    }

    @Test
    void countsDownToTheNextTry() {
        sample.heard("a", new Fact.Doing(new Activity.Retrying(2, "rate limited", Sample.at(75))));

        assertThat(Progress.of(sample.task("a"), Sample.at(3)).whole()).isEqualTo("rate limited · again in 1m 12s");
        assertThat(Progress.of(sample.task("a"), Sample.at(80)).whole()).isEqualTo("rate limited · again now");
    }

    @Test
    void saysThatACancelWasIgnored() {
        sample.book.apply(java.util.List.of(new Change.CancelIgnored(Sample.key("a"), "still running after 10 s")));

        assertThat(progress().rest()).isEqualTo("not cancelled: still running after 10 s");
    }

    private Progress progress() {
        return Progress.of(sample.task("a"), Sample.NOON);
    }
}
