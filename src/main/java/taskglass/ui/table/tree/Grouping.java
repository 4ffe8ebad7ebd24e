package taskglass.ui.table.tree;

import java.util.Locale;
import taskglass.task.status.AgentTask;
import taskglass.task.store.ReadNeeds;
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

    /**
     * A group, ordered by rank and then by name.
     *
     * @param folder what stands before the name in the path of a directory, with the slash; "" for other groups
     */
    public record Group(int rank, String name, String folder) {
        /** A text that sorts in the same order as the groups. */
        String id() {
            return String.format(Locale.ROOT, "%02d %s %s", rank, name, folder);
        }

        /** The full path of a directory, or the name. */
        public String path() {
            return folder + name;
        }
    }

    /** The group that a task belongs to. All tasks share one group if the grouping has no names. */
    Group group(AgentTask task) {
        return switch (this) {
            case PARENT, NONE -> new Group(0, "", "");
            case PROJECT -> directory(new FolderName(task.session().directory()));
            case AGENT -> named(task.session().assignment().agent().orElse(""));
            case STATUS -> status(task);
            case SERVER -> named(ServerNames.of(task.key().server()));
        };
    }

    private static Group status(AgentTask task) {
        int urgency = Column.urgency(task.status());
        return ReadNeeds.statusUnread(task)
                ? new Group(urgency + 1, Texts.of("status.unread"), "")
                : new Group(urgency, Texts.of("status." + task.status()), "");
    }

    private static Group named(String name) {
        return name.isEmpty() ? new Group(1, Texts.of("group.nothing"), "") : new Group(0, VisibleText.line(name), "");
    }

    private static Group directory(FolderName folder) {
        return folder.name().isEmpty()
                ? named(folder.shown())
                : new Group(0, VisibleText.line(folder.name()), VisibleText.line(folder.lead()));
    }
}
