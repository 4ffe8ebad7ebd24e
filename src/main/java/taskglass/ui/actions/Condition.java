package taskglass.ui.actions;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import taskglass.task.status.AgentTask;
import taskglass.text.Texts;

/** Decides whether an action is possible. If not, a sentence gives the reason. */
@FunctionalInterface
public interface Condition {
    Condition ALWAYS = tasks -> Optional.empty();

    /** Exactly one task, in whatever state. */
    Condition ONE = tasks -> Optional.of(Texts.of("action.not.one")).filter(why -> tasks.size() != 1);

    /** The reason why not; empty if the action is possible. */
    Optional<String> refusal(List<AgentTask> tasks);

    /** At least one of the tasks matches. */
    static Condition any(Predicate<AgentTask> such, String why) {
        return tasks ->
                Optional.of(Texts.of(why)).filter(sentence -> tasks.stream().noneMatch(such));
    }

    /** Whatever is selected, as long as {@code holds} returns true. */
    static Condition when(BooleanSupplier holds, String why) {
        return tasks -> Optional.of(Texts.of(why)).filter(sentence -> !holds.getAsBoolean());
    }

    /** Both this and the other condition hold. */
    default Condition and(Condition other) {
        return tasks -> refusal(tasks).or(() -> other.refusal(tasks));
    }
}
