package taskglass.ui.actions;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import taskglass.task.status.AgentTask;

/** Finds actions and tasks by the words of their names, in any order. */
final class PaletteSearch {
    /** More tasks than this are not a useful result. */
    private static final int MOST_TASKS = 100;

    /** The number of tasks offered while nothing has been typed. */
    private static final int LATEST_TASKS = 5;

    private final List<Action> actions;
    private final Function<Action, Optional<String>> refusal;
    private final Collection<AgentTask> tasks;

    PaletteSearch(List<Action> actions, Function<Action, Optional<String>> refusal, Collection<AgentTask> tasks) {
        this.actions = actions;
        this.refusal = refusal;
        this.tasks = tasks;
    }

    /** A search result. */
    sealed interface Hit {
        /** An action; {@code refusal} gives the reason if it is not possible now. */
        record Do(Action action, Optional<String> refusal) implements Hit {}

        /** A task to go to. */
        record Go(AgentTask task) implements Hit {}
    }

    /** Returns the possible actions first, then tasks with the newest run first, then impossible actions. */
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
