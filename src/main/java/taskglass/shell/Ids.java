package taskglass.shell;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import taskglass.task.AgentTask;
import taskglass.task.ServerHealth;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/**
 * Finds tasks by what a person typed: a session's id, or what a plugin calls it, or so much of its beginning that only one
 * task has it.
 */
record Ids(List<ServerHealth> servers) {
    private static final int NAMED = 3;

    /** The tasks, each once, in the order in which they were typed. */
    List<TaskKey> find(Lookout lookout, List<String> typed) {
        if (typed.stream().anyMatch(Ids::isBackgroundId)) {
            new Reading(lookout, Clock.systemUTC()).awaitParents();
        }
        return lookout.ask(engine ->
                typed.stream().map(id -> find(engine.book(), id)).distinct().toList());
    }

    private TaskKey find(TaskBook book, String typed) {
        List<AgentTask> found = matching(book, typed);
        List<String> ids =
                found.stream().map(task -> task.key().session()).distinct().toList();
        if (ids.size() > 1) {
            throw several(typed, ids);
        }
        // Servers of one person list each other's sessions: the one that is at work on it can tell and do most.
        return found.stream()
                .min(Comparator.comparing(task -> !task.status().active()))
                .map(AgentTask::key)
                .orElseThrow(() -> none(typed));
    }

    /** What a plugin calls a task, which only the run of the one above it tells. */
    private static boolean isBackgroundId(String typed) {
        return typed.startsWith("bg_");
    }

    private static String id(AgentTask task, String typed) {
        return isBackgroundId(typed) ? task.backgroundId() : task.key().session();
    }

    /** All of that very id, else all whose ids begin so. */
    private static List<AgentTask> matching(TaskBook book, String typed) {
        Map<Boolean, List<AgentTask>> found = book.tasks().stream()
                .filter(task -> id(task, typed).startsWith(typed))
                .collect(Collectors.partitioningBy(task -> id(task, typed).equals(typed)));
        return found.get(true).isEmpty() ? found.get(false) : found.get(true);
    }

    private CannotAnswer none(String typed) {
        List<String> silent = servers.stream()
                .flatMap(server -> TroubleWords.of(server).stream())
                .toList();
        return silent.isEmpty()
                ? new CannotAnswer(
                        ExitCode.NO_TASK,
                        "No task’s " + (isBackgroundId(typed) ? "" : "session ") + "id begins with “"
                                + Text.plain(typed) + "”. taskglass ls shows the ids.")
                : new CannotAnswer(ExitCode.NO_SERVER, String.join("\n", silent));
    }

    private static CannotAnswer several(String typed, List<String> found) {
        String names = found.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = found.size() > NAMED ? ", …" : "";
        return new CannotAnswer(
                ExitCode.NO_TASK,
                found.size() + " tasks’ session ids begin with “" + Text.plain(typed) + "” (" + names + more
                        + "). Type more of the one that you mean.");
    }
}
