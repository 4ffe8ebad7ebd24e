package taskglass.ui.actions;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.input.KeyCombination;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;

/**
 * An action that the user can take.
 * @param id the id of its text: {@code action.ID}
 * @param keys its keys, the one to show first
 * @param condition what prevents the action for these tasks
 * @param run performs the action on these tasks; not called while something prevents it
 */
public record Action(
        String id,
        Group group,
        Reach reach,
        List<KeyCombination> keys,
        Condition condition,
        Consumer<List<AgentTask>> run) {

    /** What an action is about. Actions of a group stand together. */
    public enum Group {
        TASK,
        OPEN,
        COPY,
        REMOVE,
        ALL,
        WINDOW,
        /** What the settings window offers as well. */
        SETTINGS,
        HELP;

        /** The groups of actions on the selected tasks. */
        public static final Set<Group> OF_TASKS = Set.of(TASK, OPEN, COPY, REMOVE);

        /** The groups of the window's own menu. The menu of a row and the settings window offer the rest. */
        public static final Set<Group> OF_THE_WINDOW = Set.of(ALL, WINDOW, HELP);

        public String words() {
            return Texts.of("keys.group." + this);
        }
    }

    /** Where the action's keys work. */
    public enum Reach {
        WINDOW,
        /** Only while the table has the focus: elsewhere these keys type text. */
        TABLE
    }

    public String name() {
        return Texts.of("action." + id);
    }

    /** The text of the key to show; "" if there is none. */
    public String keyWords() {
        return keys.isEmpty() ? "" : KeyText.of(keys.getFirst());
    }

    /** Its name with its key: "Cancel (Del)". */
    String tip() {
        return keys.isEmpty() ? name() : Texts.of("action.tip", name(), keyWords());
    }

    /** Why the action is not possible for these tasks; empty if it is. */
    public Optional<String> refusal(List<AgentTask> tasks) {
        return condition.refusal(tasks);
    }

    public void run(List<AgentTask> tasks) {
        if (refusal(tasks).isEmpty()) {
            run.accept(tasks);
        }
    }
}
