package taskglass.ui.table.tree;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import taskglass.task.ModelRef;
import taskglass.task.TaskStatus;
import taskglass.task.Todos;
import taskglass.task.run.Run;
import taskglass.task.run.ToolTally;
import taskglass.task.status.AgentTask;
import taskglass.text.FolderName;
import taskglass.text.ServerNames;

/** A column of the table, in default order. */
public enum Column {
    STATUS(true),
    TASK(true),
    AGENT(true),
    MODEL(false),
    ELAPSED(true),
    PROGRESS(true),
    TOKENS(false),
    COST(true),
    PROJECT(true),
    SERVER(false),
    STARTED(false),
    ACTIVITY(false);

    private final boolean usual;

    Column(boolean usual) {
        this.usual = usual;
    }

    /** The name used in settings and stylesheets. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Column of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /** Whether the column is visible by default. */
    public boolean usual() {
        return usual;
    }

    /** The value that rows are sorted by; empty if unknown. */
    Optional<Comparable<?>> value(AgentTask task, Instant now) {
        return switch (this) {
            case STATUS -> Optional.of(urgency(task.status()));
            case TASK -> Optional.of(task.name());
            case AGENT -> task.session().assignment().agent().map(agent -> agent);
            case MODEL -> task.session().assignment().model().map(ModelRef::id);
            case ELAPSED ->
                task.status() == TaskStatus.IDLE
                        ? Optional.empty()
                        : task.elapsed(now).map(time -> time);
            case PROGRESS -> progress(task);
            case TOKENS -> task.run().map(run -> run.tools().spent()).map(used -> used.tokensIn() + used.tokensOut());
            case COST -> task.run().map(run -> run.tools().spent().cost());
            case PROJECT -> Optional.of(new FolderName(task.session().directory()).name());
            case SERVER -> Optional.of(ServerNames.of(task.key().server()));
            case STARTED -> task.started().map(time -> time);
            case ACTIVITY -> Optional.of(task.lastSign());
        };
    }

    /** The done part of the to-do list first, then the number of calls. Both only grow. */
    private static Optional<Comparable<?>> progress(AgentTask task) {
        double done = task.run()
                .map(Run::tools)
                .flatMap(ToolTally::todos)
                .filter(todos -> todos.total() > 0)
                .map(Column::share)
                .orElse(0.0);
        return task.run().map(run -> done * 1_000_000 + run.tools().count());
    }

    private static double share(Todos todos) {
        return (double) todos.done() / todos.total();
    }

    /** What needs the user's attention most comes first. */
    static int urgency(TaskStatus status) {
        return switch (status) {
            case NEEDS_YOU -> 0;
            case FAILED -> 1;
            case INTERRUPTED -> 2;
            case RETRYING -> 3;
            case RUNNING -> 4;
            case STARTING -> 5;
            case CANCELLING -> 6;
            case QUEUED -> 7;
            case COMPLETED -> 8;
            case CANCELLED -> 9;
            case IDLE -> 10;
        };
    }
}
