package taskglass.ui.table.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.control.TreeItem;
import org.junit.jupiter.api.Test;
import taskglass.task.Assignment;
import taskglass.task.TaskError;
import taskglass.task.run.Fact;
import taskglass.task.run.Prompt;
import taskglass.ui.Sample;
import taskglass.ui.filter.Filter;
import taskglass.ui.filter.Query;
import taskglass.ui.filter.Segment;

/** The rows of the tree when they are filtered, grouped and sorted, and how they follow the book then. */
class ArrangementTest {
    private final Sample sample = new Sample();
    private Instant now = Sample.NOON;
    private final TaskTree tree = new TaskTree(sample.store, () -> now);

    @Test
    void aFilterLeavesWhatMatches() {
        tell("apple", "pear");
        tree.arrange(Arrangement.USUAL.with(words("pear")));
        assertThat(outline()).containsExactly("pear");
    }

    @Test
    void aParentStaysForTheSakeOfAChildThatMatches() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        tree.apply(sample.told("other", "root", 3));
        tree.arrange(Arrangement.USUAL.with(words("child")));
        assertThat(outline()).containsExactly("root", " child");
    }

    @Test
    void whatBeginsToMatchComesAndWhatCeasesToGoes() {
        tell("a", "b");
        tree.arrange(Arrangement.USUAL.with(new Filter(Segment.RUNNING, Query.EVERYTHING)));
        tree.apply(sample.prompted("a", 5));
        assertThat(outline()).containsExactly("a");
        tree.apply(sample.completed("a", 9, ""));
        assertThat(outline()).isEmpty();
    }

    @Test
    void aParentThatWasKeptByItsChildGoesWithIt() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        tree.arrange(Arrangement.USUAL.with(new Filter(Segment.RUNNING, Query.EVERYTHING)));
        tree.apply(sample.prompted("child", 5));
        tree.apply(sample.completed("child", 9, ""));
        assertThat(outline()).isEmpty();
    }

    @Test
    void tasksStandUnderTheirGroupsByName() {
        tell("b", "a");
        tree.arrange(Arrangement.USUAL.with(Grouping.PROJECT));
        assertThat(outline()).containsExactly("a", " a", "b", " b");
    }

    @Test
    void tasksStandUnderTheAgentsThatWorkOnThem() {
        tell("a", "b");
        Assignment plan = new Assignment(Optional.of("plan"), Optional.empty());
        tree.apply(sample.heard("a", new Fact.Prompted(new Prompt("msg_1a", Sample.at(1)), plan)));
        tree.arrange(Arrangement.USUAL.with(Grouping.AGENT));
        assertThat(outline()).containsExactly("plan", " a", "(none)", " b");
    }

    @Test
    void tasksStandUnderTheirServers() {
        tell("a");
        tree.arrange(Arrangement.USUAL.with(Grouping.SERVER));
        assertThat(outline()).containsExactly("127.0.0.1:4096", " a");
    }

    @Test
    void groupsOfStatusesStandByUrgency() {
        tell("a", "b", "c");
        tree.arrange(Arrangement.USUAL.with(Grouping.STATUS));
        tree.apply(sample.prompted("b", 1));
        tree.apply(sample.prompted("c", 2));
        tree.apply(sample.failed("c", 3, new TaskError("APIError", "no")));
        assertThat(outline()).containsExactly("Failed", " c", "Running", " b", "Idle", " a");
    }

    @Test
    void aGroupGoesWithItsLastTask() {
        tell("a");
        tree.arrange(Arrangement.USUAL.with(Grouping.STATUS));
        tree.apply(sample.prompted("a", 1));
        assertThat(outline()).containsExactly("Running", " a");
    }

    @Test
    void withoutGroupsChildrenStandBesideTheirParents() {
        tree.apply(sample.told("root", "", 1));
        tree.apply(sample.told("child", "root", 2));
        tree.arrange(Arrangement.USUAL.with(Grouping.NONE));
        assertThat(outline()).containsExactly("child", "root");
    }

    @Test
    void rowsAreSortedByAColumnAndBack() {
        tell("b", "c", "a");
        tree.arrange(Arrangement.USUAL.with(new RowOrder(Optional.of(Column.TASK), false)));
        assertThat(outline()).containsExactly("a", "b", "c");
        tree.arrange(Arrangement.USUAL.with(new RowOrder(Optional.of(Column.TASK), true)));
        assertThat(outline()).containsExactly("c", "b", "a");
    }

    @Test
    void whatIsNotKnownStandsLastInEitherDirection() {
        tell("unknown", "short", "long");
        run("short", 10, 12);
        run("long", 20, 60);
        tree.arrange(Arrangement.USUAL.with(new RowOrder(Optional.of(Column.ELAPSED), false)));
        assertThat(outline()).containsExactly("short", "long", "unknown");
        tree.arrange(Arrangement.USUAL.with(new RowOrder(Optional.of(Column.ELAPSED), true)));
        assertThat(outline()).containsExactly("long", "short", "unknown");
    }

    @Test
    void aRunningTaskOvertakesOnesThatTookLessTime() {
        tell("settled", "running");
        run("settled", 0, 30);
        tree.apply(sample.prompted("running", 0));
        tree.arrange(Arrangement.USUAL.with(new RowOrder(Optional.of(Column.ELAPSED), true)));
        assertThat(outline()).containsExactly("settled", "running");
        now = Sample.at(31);
        tree.tick();
        assertThat(outline()).containsExactly("running", "settled");
    }

    /** Whatever happens, the rows are those that a tree built afresh from the book has. */
    @Test
    void aTreeThatFollowsIsTheTreeThatIsBuiltAnew() {
        SplittableRandom random = new SplittableRandom(5);
        for (Grouping grouping : Grouping.values()) {
            tree.arrange(new Arrangement(
                    new Filter(Segment.RUNNING, Query.EVERYTHING),
                    grouping,
                    new RowOrder(Optional.of(Column.TASK), random.nextBoolean())));
            for (int i = 0; i < 200; i++) {
                step(random, 10 + i);
                List<String> followed = outline();
                tree.arrange(tree.arrangement());
                assertThat(followed).isEqualTo(outline());
            }
        }
    }

    private void step(SplittableRandom random, long second) {
        int number = random.nextInt(12);
        String id = "t" + number;
        // Parents are older than their children, as on every server.
        String parent = number == 0 || random.nextBoolean() ? "" : "t" + random.nextInt(number);
        tree.apply(
                switch (random.nextInt(6)) {
                    case 0, 1 -> sample.told(id, parent, second);
                    case 2, 3 -> sample.prompted(id, second);
                    case 4 -> sample.completed(id, second, "done");
                    default -> sample.listed(List.of(Sample.session(id, "", second)));
                });
    }

    private void tell(String... ids) {
        long second = 0;
        for (String id : ids) {
            tree.apply(sample.told(id, "", second++));
        }
    }

    private void run(String id, long from, long to) {
        tree.apply(sample.prompted(id, from));
        tree.apply(sample.completed(id, to, ""));
    }

    private static Filter words(String text) {
        return new Filter(Segment.ALL, Query.of(text));
    }

    /** All rows from the top down, a space before each for each level. */
    private List<String> outline() {
        List<String> lines = new ArrayList<>();
        outline(tree.root(), "", lines);
        return lines;
    }

    private static void outline(TreeItem<TaskRow> item, String indent, List<String> lines) {
        for (TreeItem<TaskRow> child : item.getChildren()) {
            lines.add(indent
                    + switch (child.getValue().line()) {
                        case RowContent.OfTask(var task, var taskSum) ->
                            task.key().session();
                        case RowContent.OfGroup heading -> heading.group().name();
                    });
            outline(child, indent + " ", lines);
        }
    }
}
