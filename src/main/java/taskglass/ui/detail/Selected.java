package taskglass.ui.detail;

import java.util.List;
import taskglass.task.AgentTask;
import taskglass.task.TreeSum;
import taskglass.words.CallWords;
import taskglass.words.UsageWords;
import taskglass.words.Words;

/** The text for several selected tasks: the sum of their own amounts. */
final class Selected {
    private Selected() {}

    static String words(List<AgentTask> tasks) {
        long active = tasks.stream().filter(task -> task.status().active()).count();
        TreeSum sum = TreeSum.of(tasks);
        return Words.of("detail.several", tasks.size(), active, CallWords.brief(sum), UsageWords.COST.of(sum));
    }
}
