package taskglass.ui.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeTableView;
import javafx.stage.Stage;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.ui.Sample;
import taskglass.ui.filter.Filter;
import taskglass.ui.filter.Query;
import taskglass.ui.filter.Segment;

/** The table in a window, over a book that is filled by hand, for tests to build on. */
public abstract class TableOverSample extends ApplicationTest {
    final SimpleObjectProperty<Instant> clock = new SimpleObjectProperty<>(Sample.NOON);
    final List<AgentTask> cancelled = new ArrayList<>();
    public Sample sample;
    public TaskTable table;
    Stage stage;

    @Override
    public void start(Stage primary) {
        stage = primary;
        sample = new Sample();
        table = new TaskTable(
                sample.store,
                clock,
                new RowActions(
                        this::menu,
                        key -> {},
                        task -> List.of(),
                        (task, now) -> task.quiet(now, Duration.ofMinutes(5))));
        stage.setScene(new Scene(table.view()));
        stage.setWidth(880); // the stage is that of all classes: another one may have made it narrow
        stage.setHeight(500);
        stage.setX(10);
        stage.setY(10);
        stage.show();
    }

    private ContextMenu menu(Supplier<List<AgentTask>> about) {
        MenuItem item = new MenuItem("Cancel");
        item.setOnAction(e -> cancelled.addAll(about.get()));
        return new ContextMenu(item);
    }

    void follow(Supplier<StoreDiff> change) {
        interact(() -> table.apply(change.get()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** So many tasks without parents. */
    void list(int tasks) {
        follow(() -> sample.listed(IntStream.range(0, tasks)
                .mapToObj(i -> Sample.session("s" + i, "", i))
                .toList()));
    }

    public void filter(String text) {
        interact(() -> table.filter(new Filter(Segment.ALL, Query.of(text))));
        WaitForAsyncUtils.waitForFxEvents();
    }

    public TreeTableView<?> view() {
        return table.view();
    }
}
