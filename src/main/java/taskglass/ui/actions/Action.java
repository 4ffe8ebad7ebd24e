package taskglass.ui.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCombination;
import taskglass.task.AgentTask;
import taskglass.words.Words;

/**
 * One thing that a person can do.
 *
 * @param id what its words are found by: {@code action.ID}
 * @param keys the keys that do it, the one to be shown first
 * @param condition what keeps it from being done with these tasks
 * @param deed does it with these tasks; not called while something keeps it from being done
 */
public record Action(
        String id,
        Group group,
        Reach reach,
        List<KeyCombination> keys,
        Condition condition,
        Consumer<List<AgentTask>> deed) {

    /** What an action is about: those of a group stand together. */
    public enum Group {
        TASK,
        COPY,
        REMOVE,
        ALL,
        WINDOW,
        HELP;

        /** Those that are about the tasks that are selected. */
        public static final Set<Group> OF_TASKS = Set.of(TASK, COPY, REMOVE);

        public String words() {
            return Words.of("keys.group." + this);
        }
    }

    /** Where its keys are heard. */
    public enum Reach {
        WINDOW,
        /** Only while the table has the focus: elsewhere these keys write text. */
        TABLE
    }

    public String name() {
        return Words.of("action." + id);
    }

    /** The keys to be shown, in words; "" where it has none. */
    public String keyWords() {
        return keys.isEmpty() ? "" : KeyWords.of(keys.getFirst());
    }

    /** Why it cannot be done with these tasks; empty when it can. */
    public Optional<String> refusal(List<AgentTask> tasks) {
        return condition.refusal(tasks);
    }

    public void run(List<AgentTask> tasks) {
        if (refusal(tasks).isEmpty()) {
            deed.accept(tasks);
        }
    }
}
