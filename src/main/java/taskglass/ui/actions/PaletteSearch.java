package taskglass.ui.actions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import taskglass.task.AgentTask;

/** Finds actions and tasks by words of their names, in any order. */
final class PaletteSearch {
    /** More tasks than that are no find. */
    private static final int MOST_TASKS = 100;

    /** So many are offered while nothing has been typed. */
    private static final int LATEST_TASKS = 5;

    private final List<Action> actions;
    private final Function<Action, Optional<String>> refusal;
    private final Collection<AgentTask> tasks;

    PaletteSearch(List<Action> actions, Function<Action, Optional<String>> refusal, Collection<AgentTask> tasks) {
        this.actions = actions;
        this.refusal = refusal;
        this.tasks = tasks;
    }

    /** Something that was found. */
    sealed interface Hit {
        /** An action; {@code refusal} says why it cannot be done now. */
        record Do(Action action, Optional<String> refusal) implements Hit {}

        /** A task to go to. */
        record Go(AgentTask task) implements Hit {}
    }

    /** What can be done first, then tasks with the newest run first, then what cannot be done. */
    List<Hit> find(String query) {
        List<String> words = Stream.of(lower(query).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        List<Hit> hits = new ArrayList<>();
        List<Hit.Do> deeds = actions.stream()
                .filter(action -> holds(action.name(), words))
                .map(action -> new Hit.Do(action, refusal.apply(action)))
                .toList();
        deeds.stream().filter(deed -> deed.refusal().isEmpty()).forEach(hits::add);
        tasks(words).map(Hit.Go::new).forEach(hits::add);
        deeds.stream().filter(deed -> deed.refusal().isPresent()).forEach(hits::add);
        return hits;
    }

    private Stream<AgentTask> tasks(List<String> words) {
        return tasks.stream()
                .filter(task -> holds(task.name(), words))
                .sorted(Comparator.comparing(AgentTask::recency).reversed())
                .limit(words.isEmpty() ? LATEST_TASKS : MOST_TASKS);
    }

    private static boolean holds(String name, List<String> words) {
        String all = lower(name);
        return words.stream().allMatch(all::contains);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.getDefault());
    }
}
