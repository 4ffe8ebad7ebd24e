package taskglass.ui;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import taskglass.task.AgentTask;
import taskglass.task.Elapsed;
import taskglass.task.Run;
import taskglass.task.TaskStatus;
import taskglass.ui.words.CallWords;
import taskglass.ui.words.ReasonWords;
import taskglass.ui.words.Words;

/** What a toast says of a settled task: its name, how it ended and after how long, and below that a line or two. */
record ToastText(String name, String ending, List<String> lines) {

    static ToastText of(AgentTask task) {
        String duration = task.elapsed(Instant.EPOCH).map(Elapsed::words).orElse("");
        String ending = duration.isEmpty()
                ? Words.of("toast." + task.status())
                : Words.of("toast." + task.status() + ".after", duration);
        List<String> lines = Stream.of(CallWords.whole(task), detail(task))
                .filter(line -> !line.isEmpty() && !line.equals("–"))
                .toList();
        return new ToastText(task.name(), ending, lines);
    }

    private static String detail(AgentTask task) {
        return task.status() == TaskStatus.COMPLETED
                ? task.run().map(Run::text).flatMap(ToastText::firstLine).orElse("")
                : ReasonWords.of(task);
    }

    private static java.util.Optional<String> firstLine(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst();
    }
}
