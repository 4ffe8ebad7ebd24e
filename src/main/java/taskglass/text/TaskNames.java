package taskglass.text;

import taskglass.task.status.AgentTask;

/** The names of tasks as shown to the user. */
public final class TaskNames {
    private TaskNames() {}

    /** The task's name on one line, with hidden characters made visible; "(untitled)" if its session has no title. */
    public static String of(AgentTask task) {
        return of(task.name());
    }

    /** The same for a plain name. */
    static String of(String given) {
        String name = VisibleText.name(given);
        return name.isBlank() ? Texts.of("task.untitled") : name;
    }
}
