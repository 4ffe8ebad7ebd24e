package taskglass.ui.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.Activity;
import taskglass.task.TaskError;
import taskglass.task.Todos;
import taskglass.task.ToolCall;
import taskglass.task.ToolCall.State;
import taskglass.task.request.Attention;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.run.Fact;
import taskglass.task.status.AgentTask;
import taskglass.task.status.CancelState;
import taskglass.task.status.CancelState.Obstacle;
import taskglass.task.store.Change;
import taskglass.ui.Sample;
import taskglass.ui.frame.StatusStyle.Tone;
import taskglass.ui.table.tree.TaskSum;

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
    void tellsHowFarTheAgentIsWithItsTodos() {
        ToolCall list = new ToolCall(
                "p1",
                "msg_9b",
                "todowrite",
                State.COMPLETED,
                Optional.empty(),
                new ToolCall.Result(Optional.of(new Todos(3, 7)), OptionalInt.empty(), Optional.empty()));
        sample.called("a", list);
        sample.called("a", "p2", State.RUNNING);

        assertThat(progress().whole()).isEqualTo("3 of 7 todos · 2 calls · bash");
    }

    @Test
    void saysThatCallsMayHaveBeenMissed() {
        sample.called("a", "p1", State.COMPLETED);
        sample.store.apply(List.of(new Change.StreamLost(Sample.SERVER)));

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

        assertThat(progress(3).whole()).isEqualTo("rate limited · again in 1m 12s");
        assertThat(progress(80).whole()).isEqualTo("rate limited · again now");
    }

    @Test
    void saysWhatIsAskedOfAPerson() {
        sample.heard("a", new Fact.Asked(new Attention("per_1", Attention.Kind.PERMISSION, "bash", "git push")));
        sample.heard("a", new Fact.Asked(new Attention("per_2", Attention.Kind.PERMISSION, "edit", "a.txt")));

        assertThat(progress().rest()).isEqualTo("wants to run “git push”, and 1 more · waiting 0:00");
    }

    @Test
    void saysThatACancelWasIgnored() {
        sample.store.apply(List.of(
                new Change.CancelAsked(Sample.key("a"), Sample.NOON),
                new Change.CancelStands(Sample.key("a"), new CancelState.Ignored(Sample.NOON, Obstacle.NONE))));

        assertThat(progress().rest()).isEqualTo("still running after 10 s. Cancel again?");
        assertThat(progress().tone()).isEqualTo(Tone.WARNING);
    }

    @Test
    void aQueuedPromptStandsBeforeTheToolThatMayBeCut() {
        sample.called("a", "p1", State.COMPLETED);
        sample.heard("a", new Fact.Waiting(List.of(new QueuedPrompt("msg_q", "And then?"))));

        assertThat(progress(600).whole()).isEqualTo("1 call · 1 prompt queued · bash");
    }

    @Test
    void aParentShowsItsOwnCallsTheSumOfItsTreeAndThatAChildRuns() {
        sample.called("a", "p1", State.COMPLETED);
        AgentTask task = sample.task("a");
        Progress parent = Progress.of(task, TaskSum.of(task).plus(TaskSum.of(task)), Sample.NOON);

        assertThat(parent.whole()).isEqualTo("1 call (2 in total) · bash · 1 child, 1 running");
    }

    private Progress progress() {
        return progress(0);
    }

    private Progress progress(long second) {
        return Progress.of(sample.task("a"), TaskSum.of(sample.task("a")), Sample.at(second));
    }
}
