package taskglass.engine;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import taskglass.task.AgentTask;
import taskglass.task.Cancel;
import taskglass.task.Change;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;

/** Asks servers to stop the tasks that the user cancels, and checks the result after a while. */
final class CancelOrders {
    private final TaskBook book;
    private final Watches watches;
    private final Commands commands;
    private final Cancellations cancellations;

    CancelOrders(TaskBook book, Watches watches, Commands commands, Inbox inbox, Clock clock) {
        this.book = book;
        this.watches = watches;
        this.commands = commands;
        this.cancellations = new Cancellations(book, inbox, clock, this::abort);
    }

    void cancel(List<TaskKey> tasks) {
        for (TaskKey key : tasks) {
            book.find(key).filter(task -> task.status().active()).ifPresent(cancellations::ask);
        }
        commands.later(Cancel.PATIENCE, () -> cancellations.look(List.of()));
    }

    void look(List<Change> batch) {
        cancellations.look(batch);
    }

    private void abort(AgentTask task) {
        Optional<Watch> watch = watches.find(task.key().server());
        watch.ifPresent(known -> commands.abort(known.client(), task.session(), trouble -> {
            cancellations.answered(task.key(), trouble);
            if (trouble.isEmpty()) {
                known.pollSoon();
            }
        }));
    }

    void close() {
        cancellations.close();
    }
}
