package taskglass.ui.table;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import taskglass.task.AgentTask;

/**
 * Shows a short text or a number about a task and, if there is one, about a group. If it is cut, hovering shows all of
 * it.
 */
final class TextCell extends TaskCell {
    private final BiFunction<AgentTask, Sum, String> words;
    private Optional<Function<Sum, String>> ofGroups = Optional.empty();

    TextCell(BiFunction<AgentTask, Sum, String> words) {
        this.words = words;
        tellWhenCut(this, this::getText);
    }

    /** Shows this text for a group. */
    TextCell heading(Function<Sum, String> sum) {
        ofGroups = Optional.of(sum);
        return this;
    }

    /** Aligns the text right, so that the digits of numbers line up. */
    TextCell asNumber() {
        getStyleClass().add("number-cell");
        return this;
    }

    TextCell muted() {
        getStyleClass().add("muted-cell");
        return this;
    }

    @Override
    void show(AgentTask task, Sum sum) {
        setText(words.apply(task, sum));
    }

    @Override
    void head(Grouping.Group group, Sum sum) {
        setText(ofGroups.map(sums -> sums.apply(sum)).orElse(null));
    }

    @Override
    void blank() {
        setText(null);
    }
}
