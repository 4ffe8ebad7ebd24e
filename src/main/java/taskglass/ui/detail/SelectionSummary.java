package taskglass.ui.detail;

import java.util.List;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TreeSum;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.text.UsageText;

/** The text for several selected tasks: the sum of their own amounts. */
final class SelectionSummary {
    private SelectionSummary() {}

    static String text(List<AgentTask> tasks) {
        long active = tasks.stream().filter(task -> task.status().active()).count();
        TreeSum sum = TreeSum.of(tasks);
        return Texts.of("detail.several", tasks.size(), active, ToolCallText.brief(sum), UsageText.COST.of(sum));
    }
}
