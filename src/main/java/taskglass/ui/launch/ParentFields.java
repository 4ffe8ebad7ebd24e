package taskglass.ui.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.task.status.AgentTask;

/** The fields about the parent: which task it is, and what it is to be told when the new task is done. */
final class ParentFields {
    private final ComboBox<Optional<AgentTask>> parent;
    private final ComboBox<ParentWish> wish;

    ParentFields(ComboBox<Optional<AgentTask>> parent, ComboBox<ParentWish> wish) {
        this.parent = parent;
        this.wish = wish;
        ChoiceText.speak(parent, ChoiceText::parent);
        ChoiceText.speak(wish, ChoiceText::wish);
        wish.getItems().setAll(ParentWish.values());
        wish.setValue(ParentWish.WAKE);
        wish.disableProperty()
                .bind(parent.valueProperty().map(Optional::isEmpty).orElse(true));
    }

    /** Offers tasks as parents, newest first. */
    void offer(List<AgentTask> tasks, Optional<AgentTask> chosen) {
        List<Optional<AgentTask>> offered = new ArrayList<>();
        offered.add(Optional.empty());
        tasks.stream()
                .sorted(Comparator.comparing(AgentTask::recency).reversed())
                .map(Optional::of)
                .forEach(offered::add);
        parent.getItems().setAll(offered);
        parent.setValue(chosen);
    }

    Family chosen() {
        return parent.getValue()
                .map(task -> new Family(Optional.of(task.key()), wish.getValue()))
                .orElse(Family.NONE);
    }
}
