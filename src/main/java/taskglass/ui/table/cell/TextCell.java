package taskglass.ui.table.cell;

import java.util.function.BiFunction;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.TaskSum;

/** Shows a short text or a number about a task. If it is cut, hovering shows all of it. */
public final class TextCell extends TaskCell {
    private final BiFunction<AgentTask, TaskSum, String> words;

    public TextCell(BiFunction<AgentTask, TaskSum, String> words) {
        this.words = words;
        tellWhenCut(this, this::getText);
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
    void blank() {
        setText(null);
    }
}
