package taskglass.shell;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import taskglass.task.AgentTask;
import taskglass.task.ServerHealth;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/** Finds tasks by what a person typed: a session's id, or so much of its beginning that only one task has it. */
record Ids(List<ServerHealth> servers) {
    private static final int NAMED = 3;

    /** Of the beginning of an id, behind what all ids of its kind begin with. */
    private static final int SHORTEST = 4;

    private static final Pattern KIND = Pattern.compile("^[a-z]+_");

    /** Refuses an empty one, such as a script's variable that was never set: every id begins so. */
    static void check(CommandSpec command, Collection<String> typed) {
        if (typed.stream().anyMatch(String::isBlank)) {
            throw new ParameterException(command.commandLine(), "An id is empty. taskglass ls shows the ids.");
        }
    }

    /** The tasks, each once, in the order in which they were typed. */
    List<TaskKey> find(Lookout lookout, List<String> typed) {
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
        if (found.size() > 1) {
            throw onSeveralServers(typed, found);
        }
        return found.stream().findFirst().map(AgentTask::key).orElseThrow(() -> none(typed));
    }

    /** All of that very id, else all whose ids begin so. */
    private static List<AgentTask> matching(TaskBook book, String typed) {
        Map<Boolean, List<AgentTask>> found = book.tasks().stream()
                .filter(task -> task.key().session().startsWith(typed))
                .collect(Collectors.partitioningBy(task -> task.key().session().equals(typed)));
        boolean tellsEnough = KIND.matcher(typed).replaceFirst("").length() >= SHORTEST;
        return found.get(true).isEmpty() && tellsEnough ? found.get(false) : found.get(true);
    }

    private CannotAnswer none(String typed) {
        List<String> silent = servers.stream()
                .flatMap(server -> TroubleWords.of(server).stream())
                .toList();
        return silent.isEmpty()
                ? new CannotAnswer(
                        ExitCode.NO_TASK,
                        "No task’s session id begins with “" + Text.plain(typed) + "”, of which at least " + SHORTEST
                                + " letters after “ses_” must be typed. taskglass ls shows the ids.")
                : new CannotAnswer(ExitCode.NO_SERVER, String.join("\n", silent));
    }

    /** Servers of the same database are one to the book: of these, one may only say that it has that session. */
    private static CannotAnswer onSeveralServers(String typed, List<AgentTask> found) {
        String servers = found.stream().map(task -> task.key().server().url()).collect(Collectors.joining(", "));
        return new CannotAnswer(
                ExitCode.NO_TASK,
                "Several servers have a session “" + Text.plain(typed) + "” (" + servers
                        + "). Name the one that you mean with --server.");
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
