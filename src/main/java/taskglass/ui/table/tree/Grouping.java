package taskglass.ui.table.tree;

import java.util.Locale;
import taskglass.task.status.AgentTask;
import taskglass.text.FolderName;
import taskglass.text.ServerNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** The grouping of the rows: children below their parents, tasks below a common group, or a flat list. */
public enum Grouping {
    PARENT,
    PROJECT,
    AGENT,
    STATUS,
    SERVER,
    NONE;

    /** Whether rows stand below named groups. */
    boolean named() {
        return this != PARENT && this != NONE;
    }

    /** A group, ordered by rank and then by name. */
    public record Group(int rank, String name) {
        /** A text that sorts in the same order as the groups. */
        String id() {
            return String.format(Locale.ROOT, "%02d %s", rank, name);
        }
    }

    /** The group that a task belongs to. All tasks share one group if the grouping has no names. */
    Group group(AgentTask task) {
        return switch (this) {
            case PARENT, NONE -> new Group(0, "");
            case PROJECT -> named(new FolderName(task.session().directory()).shown());
            case AGENT -> named(task.session().assignment().agent().orElse(""));
            case STATUS -> new Group(Column.urgency(task.status()), Texts.of("status." + task.status()));
            case SERVER -> named(ServerNames.of(task.key().server()));
        };
    }

    private static Group named(String name) {
        return name.isEmpty() ? new Group(1, Texts.of("group.nothing")) : new Group(0, VisibleText.line(name));
    }
}
