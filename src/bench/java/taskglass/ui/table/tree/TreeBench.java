package taskglass.ui.table.tree;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.Change;
import taskglass.ui.Sample;
import taskglass.ui.filter.Filter;
import taskglass.ui.filter.Query;
import taskglass.ui.filter.Segment;

/** Measures the table's rows over a store of that many tasks, without the cells that show them. */
@State(Scope.Thread)
public class TreeBench {
    @Param({"1000", "10000"})
    private int tasks;

    private final Sample sample = new Sample();
    private TaskTree tree = new TaskTree(sample.store, () -> Sample.NOON);
    private int turn;

    @Setup
    public void fill() {
        sample.store.apply(List.of(found(tasks)));
        tree = new TaskTree(sample.store, () -> Sample.NOON);
    }

    /** Creates that many tasks, with another title each time. */
    private Change found(int count) {
        turn++;
        return new Change.Found(
                Sample.SERVER,
                IntStream.range(0, count)
                        .mapToObj(i -> session("ses_%05d".formatted(i), i))
                        .toList());
    }

    private SessionInfo session(String id, int second) {
        SessionInfo known = Sample.session(id, "", second);
        String title = "Task %d of %s".formatted(turn % 7, id);
        return new SessionInfo(
                known.key(), title, known.parent(), known.directory(), known.assignment(), known.times());
    }

    @Benchmark
    public void oneTaskDiffers() {
        tree.apply(sample.store.apply(List.of(found(1))));
    }

    @Benchmark
    public void aHundredTasksDiffer() {
        tree.apply(sample.store.apply(List.of(found(100))));
    }

    @Benchmark
    public void filtered() {
        Query query = Query.of(turn++ % 2 == 0 ? "ses_000" : "title");
        tree.arrange(tree.arrangement().with(new Filter(Segment.ALL, query)));
    }

    @Benchmark
    public void sortedByName() {
        tree.arrange(tree.arrangement().with(new RowOrder(Optional.of(Column.TASK), turn++ % 2 == 0)));
    }
}
