package taskglass.ui.launch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import taskglass.task.AgentTask;
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchRequest.Family;

/** The fields about the parent: which task it is, and what it is to be told when the new task is done. */
final class FamilyFields {
    private final ComboBox<Optional<AgentTask>> parent;
    private final ComboBox<ParentWish> wish;

    FamilyFields(ComboBox<Optional<AgentTask>> parent, ComboBox<ParentWish> wish) {
        this.parent = parent;
        this.wish = wish;
        ChoiceWords.speak(parent, ChoiceWords::parent);
        ChoiceWords.speak(wish, ChoiceWords::wish);
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
