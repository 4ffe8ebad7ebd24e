package taskglass.ui.toast;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import taskglass.task.Elapsed;
import taskglass.task.TaskStatus;
import taskglass.task.run.Run;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Notice;
import taskglass.text.FirstLine;
import taskglass.text.ReasonText;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.text.ToolCallText;
import taskglass.text.VisibleText;

/** The text of a toast about a settled task: its name, how it ended and at what cost, and the result or the reason. */
record ToastText(String name, List<String> lines) {

    static ToastText of(Notice notice) {
        AgentTask task = notice.task();
        String duration = task.elapsed(Instant.EPOCH).map(Elapsed::text).orElse("");
        String ending = duration.isEmpty()
                ? Texts.of("toast." + task.status())
                : Texts.of("toast." + task.status() + ".after", duration);
        String calls = ToolCallText.whole(task);
        String correction = notice.before()
                .map(before -> Texts.of("toast.corrected", Texts.of("toast." + before.toUpperCase(Locale.ROOT))))
                .orElse("");
        List<String> lines = Stream.of(correction, ending + (calls.isEmpty() ? "" : " · " + calls), detail(task))
                .filter(line -> !line.isEmpty())
                .map(VisibleText::line)
                .toList();
        return new ToastText(TaskNames.of(task), lines);
    }

    private static String detail(AgentTask task) {
        return task.status() == TaskStatus.COMPLETED
                ? task.run().map(Run::text).map(FirstLine::of).orElse("")
                : ReasonText.of(task);
    }
}
