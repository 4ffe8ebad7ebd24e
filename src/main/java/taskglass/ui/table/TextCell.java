package taskglass.ui.table;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import taskglass.task.AgentTask;

/** A few words or a number about a task, and where it has one, about a group; the whole of it on hovering where it is cut. */
final class TextCell extends TaskCell {
    private final BiFunction<AgentTask, Sum, String> words;
    private Optional<Function<Sum, String>> ofGroups = Optional.empty();

    TextCell(BiFunction<AgentTask, Sum, String> words) {
        this.words = words;
        tellWhenCut(this, this::getText);
    }

    /** Says this of a group. */
    TextCell heading(Function<Sum, String> sum) {
        ofGroups = Optional.of(sum);
        return this;
    }

    /** Stands at the right, so that the digits of numbers stand under each other. */
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
