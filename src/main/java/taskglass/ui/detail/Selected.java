package taskglass.ui.detail;

import java.util.List;
import taskglass.task.AgentTask;
import taskglass.words.Amounts;
import taskglass.words.Words;

/** Several selected tasks as a sum. */
final class Selected {
    private Selected() {}

    static String words(List<AgentTask> tasks) {
        long active = tasks.stream().filter(task -> task.status().active()).count();
        int calls = tasks.stream()
                .flatMap(task -> task.run().stream())
                .mapToInt(run -> run.tools().count())
                .sum();
        double cost = tasks.stream()
                .flatMap(task -> task.run().stream())
                .mapToDouble(run -> run.tools().spent().cost())
                .sum();
        return Words.of("detail.several", tasks.size(), active, calls, Amounts.money(cost));
    }
}
