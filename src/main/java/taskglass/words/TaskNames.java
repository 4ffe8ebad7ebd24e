package taskglass.words;

import taskglass.task.AgentTask;

/** What a task is called where a person reads it. */
public final class TaskNames {
    private TaskNames() {}

    /** The task's name on one line, with nothing hidden in it; "(untitled)" where its session has no title. */
    public static String of(AgentTask task) {
        return of(task.name());
    }

    /** The same of what such a name is. */
    static String of(String given) {
        String name = VisibleText.name(given);
        return name.isBlank() ? Words.of("task.untitled") : name;
    }
}
