package taskglass.ui.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import taskglass.ui.Sample;
import taskglass.ui.actions.Action.Group;
import taskglass.ui.actions.Action.Reach;
import taskglass.ui.actions.PaletteSearch.Hit;

class PaletteSearchTest {
    private final Sample sample = new Sample();

    @Test
    void anActionIsFoundByWordsOfItsNameInAnyOrder() {
        assertThat(names(search().find("session COPY"))).containsExactly("copy.session");
    }

    @Test
    void beginningsOfWordsAreEnough() {
        assertThat(names(search().find("cop dir"))).containsExactly("copy.directory");
    }

    @Test
    void aTaskIsFoundByItsName() {
        sample.told("a", "", 1);
        sample.told("b", "", 2);
        assertThat(names(search().find("title of a"))).containsExactly("Title of a");
    }

    @Test
    void theTaskThatRanLastComesFirst() {
        sample.told("a", "", 1);
        sample.told("b", "", 2);
        sample.prompted("a", 9);
        assertThat(names(search().find("title"))).containsExactly("Title of a", "Title of b");
    }

    @Test
    void whatCannotBeDoneComesLastAndSaysWhy() {
        sample.told("a", "", 1);
        List<Hit> hits = search().find("t");
        assertThat(names(hits)).containsExactly("copy.directory", "Title of a", "retry");
        assertThat(hits.getLast())
                .isInstanceOfSatisfying(
                        Hit.Do.class, deed -> assertThat(deed.refusal()).contains("No selected task has failed"));
    }

    @Test
    void nothingIsFoundForWordsThatNothingHolds() {
        assertThat(search().find("copy nonsense")).isEmpty();
    }

    @Test
    void allActionsAreOfferedBeforeAnythingIsTyped() {
        assertThat(names(search().find(""))).contains("copy.session", "copy.directory", "retry");
    }

    private PaletteSearch search() {
        List<Action> actions = List.of(
                action("copy.session", Condition.ALWAYS),
                action("copy.directory", Condition.ALWAYS),
                action("retry", Condition.any(task -> true, "action.not.failed")));
        return new PaletteSearch(actions, action -> action.refusal(List.of()), sample.store.tasks());
    }

    private static Action action(String id, Condition condition) {
        return new Action(id, Group.TASK, Reach.TABLE, List.of(), condition, tasks -> {});
    }

    private static List<String> names(List<Hit> hits) {
        return hits.stream()
                .map(hit -> switch (hit) {
                    case Hit.Do(Action action, Optional<String> refusal) -> action.id();
                    case Hit.Go(var task) -> task.name();
                })
                .toList();
    }
}
