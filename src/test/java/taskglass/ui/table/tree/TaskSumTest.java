package taskglass.ui.table.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.ToolCall.State;
import taskglass.task.run.Fact;
import taskglass.ui.Sample;

/** What the row of a parent sums up. */
class TaskSumTest {
    private final Sample sample = new Sample();
    private final TaskTree tree = new TaskTree(sample.store, () -> Sample.NOON);

    @Test
    void aParentSumsUpAllBelowIt() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        tree.apply(sample.told("grandchild", "child", 3));
        tree.apply(sample.prompted("grandchild", 4));
        tree.apply(sample.called("grandchild", "p1", State.COMPLETED));
        TaskSum taskSum =
                tree.find(Sample.key("root")).orElseThrow().getValue().line().sum();
        assertThat(List.of(taskSum.tasks(), taskSum.calls(), taskSum.workingBelow()))
                .containsExactly(3, 1, 1);
    }

    @Test
    void aParentSumsUpWhatAllBelowItHaveCost() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        for (String id : List.of("root", "child")) {
            tree.apply(sample.prompted(id, 0));
            tree.apply(sample.spent(id, 0.25));
        }
        TaskSum taskSum =
                tree.find(Sample.key("root")).orElseThrow().getValue().line().sum();
        assertThat(taskSum.usage().cost()).isEqualTo(0.5);
    }

    @Test
    void aChildThatGoesIsTakenFromTheSum() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        tree.apply(sample.heard("child", new Fact.Deleted()));
        assertThat(tree.find(Sample.key("root"))
                        .orElseThrow()
                        .getValue()
                        .line()
                        .sum()
                        .tasks())
                .isEqualTo(1);
    }
}
