package taskglass.task.store;

import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import taskglass.task.Story;
import taskglass.task.run.Fact;

/** Measures a batch of facts, each about another task, in a store of that many tasks, of which 1,000 are at work. */
@State(Scope.Thread)
public class BookBench {
    private static final int AT_WORK = 1000;

    @Param({"1000", "10000"})
    private int tasks;

    @Param({"1", "100", "1000"})
    private int changes;

    private final Story story = new Story();
    private int round;

    @Setup
    public void fill() {
        story.apply(new Change.Found(
                Story.SERVER,
                IntStream.range(0, tasks)
                        .mapToObj(i -> story.session("ses_" + i))
                        .toList()));
        IntStream.range(0, AT_WORK).forEach(i -> story.prompted("ses_" + i));
    }

    @Benchmark
    public StoreDiff aBatch() {
        round++;
        return story.store.apply(
                IntStream.range(0, changes).mapToObj(this::said).toList());
    }

    private Change said(int task) {
        Fact said = new Fact.Text("msg_900000", round % 2 == 0 ? "one" : "other");
        return new Change.Heard(Story.key("ses_" + task), story.clock.instant(), said);
    }
}
