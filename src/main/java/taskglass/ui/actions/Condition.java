package taskglass.ui.actions;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import taskglass.task.AgentTask;
import taskglass.words.Words;

/** When an action can be done: a sentence says why not. */
@FunctionalInterface
public interface Condition {
    Condition ALWAYS = tasks -> Optional.empty();

    /** With one task, whatever its state. */
    Condition ONE = tasks -> Optional.of(Words.of("action.not.one")).filter(why -> tasks.size() != 1);

    /** Why not; empty when nothing is in the way. */
    Optional<String> refusal(List<AgentTask> tasks);

    /** With tasks of which at least one is such. */
    static Condition any(Predicate<AgentTask> such, String why) {
        return tasks ->
                Optional.of(Words.of(why)).filter(sentence -> tasks.stream().noneMatch(such));
    }

    /** Whatever is selected, while that holds. */
    static Condition when(BooleanSupplier holds, String why) {
        return tasks -> Optional.of(Words.of(why)).filter(sentence -> !holds.getAsBoolean());
    }

    /** If nothing is in the way of this, nor of the other. */
    default Condition and(Condition other) {
        return tasks -> refusal(tasks).or(() -> other.refusal(tasks));
    }
}
