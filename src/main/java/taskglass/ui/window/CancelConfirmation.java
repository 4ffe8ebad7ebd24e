package taskglass.ui.window;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectWrapper;
import taskglass.engine.Engine;
import taskglass.task.status.AgentTask;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.ui.frame.Dialogs;

/**
 * Asks the user to confirm canceling tasks. The question lists the tasks still at work and closes when none is left.
 */
final class CancelConfirmation {
    private static final int NAMES_SHOWN = 8;

    private final Engine engine;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<List<AgentTask>> asked = new ReadOnlyObjectWrapper<>(List.of());

    CancelConfirmation(Engine engine, Dialogs dialogs) {
        this.engine = engine;
        this.dialogs = dialogs;
        engine.onDiff(diff -> asked.set(atWork(asked.get())));
    }

    /** Returns those of the tasks that are at work now. */
    List<AgentTask> atWork(List<AgentTask> tasks) {
        return tasks.stream()
                .flatMap(task -> engine.store().find(task.key()).stream())
                .filter(AgentTask::stoppable)
                .toList();
    }

    boolean confirmed(List<AgentTask> tasks) {
        asked.set(tasks);
        try {
            return !tasks.isEmpty()
                    && dialogs.confirmed(Texts.of("cancel.title"), asked.map(CancelConfirmation::question));
        } finally {
            asked.set(List.of());
        }
    }

    private static Optional<Dialogs.Question> question(List<AgentTask> tasks) {
        List<String> names = tasks.stream().map(TaskNames::of).toList();
        return Optional.of(names)
                .filter(any -> !any.isEmpty())
                .map(all -> new Dialogs.Question(
                        Texts.of("cancel.question", all.size()) + "\n" + Dialogs.listing(all, NAMES_SHOWN),
                        Texts.of("cancel.yes", all.size())));
    }
}
