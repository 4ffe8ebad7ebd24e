package taskglass.shell;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import taskglass.shell.output.CannotAnswer;
import taskglass.shell.output.ExitCode;
import taskglass.shell.output.TerminalText;
import taskglass.shell.output.TroubleText;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.TaskStore;

/** Finds tasks by the ids that the user typed: a session's id, a plugin's id for it, or a unique prefix of either. */
record TaskIds(List<ServerHealth> servers) {
    private static final int NAMED = 3;

    /** The minimum length of an abbreviated id, after its prefix such as {@code ses_}. */
    private static final int LEAST = 4;

    /** Returns the tasks, each once, in the order in which they were typed. */
    List<TaskKey> find(ShellEngine shellEngine, List<String> typed) {
        if (typed.stream().anyMatch(TaskIds::isBackgroundId)) {
            new ReadingWait(shellEngine, Clock.systemUTC()).awaitParents();
        }
        return shellEngine.query(engine ->
                typed.stream().map(id -> find(engine.store(), id)).distinct().toList());
    }

    private TaskKey find(TaskStore store, String typed) {
        List<AgentTask> found = matching(store, typed);
        List<String> ids =
                found.stream().map(task -> task.key().session()).distinct().toList();
        boolean whole = found.stream().anyMatch(task -> id(task, typed).equals(typed));
        if (!ids.isEmpty() && !whole && typed.length() < typed.indexOf('_') + 1 + LEAST) {
            throw tooShort(typed);
        }
        if (ids.size() > 1) {
            throw several(typed, ids);
        }
        if (found.size() > 1) {
            throw onSeveralServers(typed, found);
        }
        return found.stream().findFirst().map(AgentTask::key).orElseThrow(() -> none(typed));
    }

    /** Whether it is a plugin's id for a task. Only the run of the parent contains it. */
    private static boolean isBackgroundId(String typed) {
        return typed.startsWith("bg_");
    }

    private static String id(AgentTask task, String typed) {
        return isBackgroundId(typed) ? task.backgroundId() : task.key().session();
    }

    /** Returns all tasks with exactly that id, else all whose ids begin with it. */
    private static List<AgentTask> matching(TaskStore store, String typed) {
        Map<Boolean, List<AgentTask>> found = store.tasks().stream()
                .filter(task -> id(task, typed).startsWith(typed))
                .collect(Collectors.partitioningBy(task -> id(task, typed).equals(typed)));
        return found.get(true).isEmpty() ? found.get(false) : found.get(true);
    }

    /** A short prefix may be unique today and ambiguous tomorrow. */
    private static CannotAnswer tooShort(String typed) {
        return new CannotAnswer(
                ExitCode.NO_TASK,
                "“" + TerminalText.plain(typed)
                        + "” is too short for an id. Type at least four characters after ses_ or bg_,"
                        + " or the whole id.");
    }

    /**
     * Servers of the same database are one to the store. Among unrelated servers with this id, one may only claim to
     * have the session.
     */
    private static CannotAnswer onSeveralServers(String typed, List<AgentTask> found) {
        String servers = found.stream().map(task -> task.key().server().url()).collect(Collectors.joining(", "));
        return new CannotAnswer(
                ExitCode.NO_TASK,
                "Several servers have a session “" + TerminalText.plain(typed) + "” (" + servers
                        + "). Choose one with --server.");
    }

    private CannotAnswer none(String typed) {
        List<String> silent = servers.stream()
                .flatMap(server -> TroubleText.of(server).stream())
                .toList();
        return silent.isEmpty()
                ? new CannotAnswer(
                        ExitCode.NO_TASK,
                        "No task has " + (isBackgroundId(typed) ? "an" : "a session") + " id that begins with “"
                                + TerminalText.plain(typed) + "”. taskglass ls shows the ids.")
                : new CannotAnswer(ExitCode.NO_SERVER, String.join("\n", silent));
    }

    private static CannotAnswer several(String typed, List<String> found) {
        String names = found.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = found.size() > NAMED ? ", …" : "";
        return new CannotAnswer(
                ExitCode.NO_TASK,
                found.size() + " tasks have ids that begin with “" + TerminalText.plain(typed) + "” (" + names + more
                        + "). Type more of the id.");
    }
}
