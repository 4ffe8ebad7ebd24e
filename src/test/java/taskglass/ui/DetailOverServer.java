package taskglass.ui;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import taskglass.lab.FxThread;
import taskglass.task.TaskStatus;
import taskglass.ui.detail.output.RowText;
import taskglass.ui.window.WindowOverServer;

/** The window with its details open, over a real server, and the ways to look at them, for tests to build on. */
abstract class DetailOverServer extends WindowOverServer {
    final String gate = UUID.randomUUID().toString();

    @BeforeEach
    void showDetails() {
        push(KeyCode.CONTROL, KeyCode.I);
        FxThread.until("the details are there", () -> stage.getScene().lookup("#detail") != null);
    }

    @AfterEach
    void letGo() {
        rig.server.model().gates().open(gate);
    }

    /** The details come into the window with the first task that is selected. */
    @Override
    public void select(String title) {
        super.select(title);
        FxThread.until("its details are there", () -> stage.getScene().lookup("#detail-name") != null);
    }

    String settled(String title, String script) {
        String session = rig.create(title);
        rig.prompt(session, script);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        select(title);
        return session;
    }

    ListView<?> list() {
        return (ListView<?>) stage.getScene().lookup("#output");
    }

    /** All rows, whether in view or not. */
    String output() {
        return list().getItems().stream().map(RowText::of).collect(Collectors.joining("\n"));
    }

    String name() {
        return ((Label) stage.getScene().lookup("#detail-name")).getText();
    }

    List<String> shownTexts() {
        return texts(stage.getScene().lookup("#detail"));
    }

    static MenuItem item(List<MenuItem> items, String id) {
        return items.stream()
                .filter(item -> id.equals(item.getId()))
                .findFirst()
                .orElseThrow();
    }
}
