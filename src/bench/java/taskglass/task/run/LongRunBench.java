package taskglass.task.run;

import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import taskglass.task.Assignment;
import taskglass.task.Story;
import taskglass.task.ToolCall;
import taskglass.task.Usage;
import taskglass.task.run.AssistantMessage.Ending;
import taskglass.task.store.Change;
import taskglass.task.store.StoreDiff;

/** Measures one more fact in a run that has already made that many calls, each in its own step. */
@State(Scope.Thread)
public class LongRunBench {
    @Param({"1", "100", "1000"})
    private int calls;

    private final Story story = new Story();
    private boolean over;
    private String newest = "";
    private long tokens;

    @Setup
    public void work() {
        story.created("a");
        story.prompted("a");
        for (int i = 0; i < calls; i++) {
            newest = story.nextId();
            step(newest, new Ending(Optional.of(story.clock.instant()), Optional.of("tool-calls"), Optional.empty()));
            story.applyEvent("a", new Fact.Called(new ToolCall("prt_" + i, newest, "bash", ToolCall.State.COMPLETED)));
        }
    }

    private void step(String message, Ending ending) {
        story.applyEvent(
                "a",
                new Fact.Answered(
                        new AssistantMessage(message, "", story.clock.instant(), Assignment.UNKNOWN, ending)));
    }

    /** The text is new each time, so that something has changed. */
    @Benchmark
    public StoreDiff oneFactMore() {
        over = !over;
        Fact said = new Fact.Text("msg_999999", over ? "one" : "other");
        return story.store.apply(List.of(new Change.Heard(Story.key("a"), story.clock.instant(), said)));
    }

    /** Reports the newest step with more tokens, and sums up the run's calls as a row does. */
    @Benchmark
    public int oneStepToldAgainAndSummed() {
        tokens++;
        AssistantMessage message = new AssistantMessage(
                newest, "", story.clock.instant(), Assignment.UNKNOWN, Ending.OPEN, new Usage(tokens, 0, 0));
        story.applyEvent("a", new Fact.Answered(message));
        return story.calls("a");
    }
}
