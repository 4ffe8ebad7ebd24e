package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.task.run.Fact;
import taskglass.task.store.ReadLimits;
import taskglass.ui.Sample;

class TaskCountsTest {
    private final Sample sample = new Sample();
    private final TaskCounts taskCounts = new TaskCounts(sample.store);

    @Test
    void countsTasksAndThoseAtWork() {
        taskCounts.apply(sample.told("a", "", 0));
        taskCounts.apply(sample.told("b", "", 0));
        taskCounts.apply(sample.prompted("b", 1));

        assertThat(taskCounts.text()).isEqualTo("1 running · 2 tasks");
    }

    @Test
    void whatWaitsForAPersonDoesNotRun() {
        taskCounts.apply(sample.told("a", "", 0));
        taskCounts.apply(sample.prompted("a", 1));
        taskCounts.apply(sample.heard("a", new Fact.Asked(new Attention("per_1", Kind.PERMISSION, "bash", "make"))));

        assertThat(taskCounts.text()).isEqualTo("0 running · 1 task");
    }

    @Test
    void whereOlderTasksHaveRetiredTheNewestAreCounted() {
        Sample few = new Sample(new ReadLimits(100, 4, 2));
        TaskCounts ofFew = new TaskCounts(few.store);
        for (String task : List.of("a", "b", "c")) {
            ofFew.apply(few.told(task, "", 0));
        }

        assertThat(ofFew.text()).isEqualTo("0 running · newest 2 tasks");
    }

    @Test
    void whatIsSettledOrGoneIsCountedOut() {
        taskCounts.apply(sample.told("a", "", 0));
        taskCounts.apply(sample.prompted("a", 1));
        taskCounts.apply(sample.completed("a", 2, ""));
        taskCounts.apply(sample.listed(List.of(Sample.session("a", "", 0), Sample.session("b", "", 0))));

        assertThat(taskCounts.text()).isEqualTo("0 running · 2 tasks");
    }
}
