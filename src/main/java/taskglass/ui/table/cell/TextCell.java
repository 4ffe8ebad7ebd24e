package taskglass.ui.table.cell;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.table.tree.TaskSum;

/**
 * Shows a short text or a number about a task and, if there is one, about a group. If it is cut, hovering shows all of
 * it.
 */
public final class TextCell extends TaskCell {
    private final BiFunction<AgentTask, TaskSum, String> words;
    private Optional<Function<TaskSum, String>> ofGroups = Optional.empty();

    public TextCell(BiFunction<AgentTask, TaskSum, String> words) {
        this.words = words;
        tellWhenCut(this, this::getText);
    }

    /** Shows this text for a group. */
    public TextCell heading(Function<TaskSum, String> sum) {
        ofGroups = Optional.of(sum);
        return this;
    }

    /** Aligns the text right, so that the digits of numbers line up. */
    public TextCell asNumber() {
        getStyleClass().add("number-cell");
        return this;
    }

    public TextCell muted() {
        getStyleClass().add("muted-cell");
        return this;
    }

    @Override
    void show(AgentTask task, TaskSum taskSum) {
        setText(words.apply(task, taskSum));
    }

    @Override
    void head(Grouping.Group group, TaskSum taskSum) {
        setText(ofGroups.map(sums -> sums.apply(taskSum)).orElse(null));
    }

    @Override
    void blank() {
        setText(null);
    }
}
