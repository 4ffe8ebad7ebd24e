package taskglass.ui.table;

import java.util.Locale;
import taskglass.task.AgentTask;
import taskglass.words.Folder;
import taskglass.words.ServerNames;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** Under what the rows stand: children under their parents, tasks under a group that they share, or all side by side. */
public enum Grouping {
    PARENT,
    PROJECT,
    AGENT,
    STATUS,
    SERVER,
    NONE;

    /** Whether rows stand under names of groups. */
    boolean named() {
        return this != PARENT && this != NONE;
    }

    /** What a group is called; groups stand by rank and then by name. */
    record Group(int rank, String name) {
        /** Sorts as text like the groups themselves. */
        String id() {
            return String.format(Locale.ROOT, "%02d %s", rank, name);
        }
    }

    /** The group that a task stands in; all share one while none has a name. */
    Group group(AgentTask task) {
        return switch (this) {
            case PARENT, NONE -> new Group(0, "");
            case PROJECT -> named(new Folder(task.session().directory()).shown());
            case AGENT -> named(task.session().assignment().agent().orElse(""));
            case STATUS -> new Group(Column.urgency(task.status()), Words.of("status." + task.status()));
            case SERVER -> named(ServerNames.of(task.key().server()));
        };
    }

    private static Group named(String name) {
        return name.isEmpty() ? new Group(1, Words.of("group.nothing")) : new Group(0, VisibleText.line(name));
    }
}
