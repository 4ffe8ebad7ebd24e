package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableRow;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import taskglass.engine.Rig;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.RealOpenCode;
import taskglass.task.Assignment;
import taskglass.task.Launch.ParentWish;
import taskglass.task.LaunchChoices.Agent;
import taskglass.task.LaunchRequest;
import taskglass.task.LaunchRequest.Family;
import taskglass.task.TaskStatus;

/** The whole window over a real server: what a person sees and does. */
@NeedsOpenCode
class WindowTest extends ApplicationTest {
    private static final Desktop DESKTOP = new Desktop();

    private Stage stage;
    private Rig rig;

    @Override
    public void start(Stage primary) {
        stage = new Stage();
    }

    @BeforeEach
    void open() {
        rig = new Rig(RealOpenCode.shared(), engine -> {
            MainWindow window = new MainWindow(
                    stage, engine, new SimpleObjectProperty<>(Clock.systemUTC().instant()), DESKTOP);
            // The headless screen is 1000 × 1000.
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(900);
            stage.setHeight(650);
            window.show();
        });
    }

    @AfterEach
    void close() {
        rig.close();
        interact(DESKTOP::hideAll);
    }

    @Test
    void aRowAppearsCountsUpAndCompletes() {
        String session = rig.create("Count in the window");
        awaitRow("Count in the window", "Idle");
        rig.prompt(session, "steps=2 gate=window");
        awaitRow("Count in the window", "Running");
        awaitRow("Count in the window", "2 calls");
        rig.server.model().gates().open("window");
        awaitRow("Count in the window", "Completed");
    }

    @Test
    void aTaskIsLaunchedThroughTheDialog() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "From the dialog");
        type(dialog, "#prompt", "steps=1\nwords=2");
        type(dialog, "#directory", rig.server.project().toString());
        interact(() -> button(dialog, "#launch").requestFocus());
        Await.until(
                "the launch button is ready", () -> !button(dialog, "#launch").isDisabled());
        interact(() -> button(dialog, "#launch").fire());
        awaitRow("From the dialog", "Completed");
        assertThat(dialog.isShowing()).isFalse();
    }

    @Test
    void aRefusedLaunchLeavesTheDialogOpenWithWhatWasTyped() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "Refused");
        type(dialog, "#prompt", "steps=1");
        Await.until("agents are there", () -> !agents(dialog).getItems().isEmpty());
        rig.server.stop();
        try {
            interact(() -> button(dialog, "#launch").fire());
            Await.until(
                    "the server's sentence is shown",
                    () -> from(root(dialog))
                            .lookup("#refusal")
                            .queryLabeled()
                            .getText()
                            .contains("does not answer"));
            assertThat(text(dialog, "#prompt")).isEqualTo("steps=1");
            assertThat(dialog.isShowing()).isTrue();
        } finally {
            restart();
        }
    }

    @Test
    void theDialogOffersVisibleAgentsAndTheServersModel() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        Await.until("agents are there", () -> !agents(dialog).getItems().isEmpty());
        assertThat(agents(dialog).getItems())
                .extracting(Agent::name)
                .contains("build", "general")
                .doesNotContain("title", "summary");
    }

    @Test
    void theSelectedTaskIsCancelledByTheButton() {
        String session = rig.create("Cancel me");
        rig.prompt(session, "steps=1 sleep=60");
        rig.awaitCalls(session, 1);
        select("Cancel me");
        interact(() -> button(stage, "#cancel").fire());
        awaitRow("Cancel me", "Cancelled");
    }

    @Test
    void theSelectedTaskIsCancelledByTheDeleteKey() {
        String session = rig.create("Delete me");
        rig.prompt(session, "steps=1 sleep=60");
        rig.awaitCalls(session, 1);
        select("Delete me");
        TreeTableRow<?> row = row("Delete me").orElseThrow();
        interact(() -> row.getTreeTableView().requestFocus());
        push(KeyCode.DELETE);
        awaitRow("Delete me", "Cancelled");
    }

    @Test
    void severalTasksAreCancelledOnlyAfterAQuestion() {
        List<String> sessions = List.of(rig.create("One of two"), rig.create("Two of two"));
        sessions.forEach(session -> rig.prompt(session, "steps=1 sleep=60"));
        sessions.forEach(session -> rig.awaitCalls(session, 1));
        select("One of two");
        select("Two of two");
        // Not waited for: the question keeps it waiting.
        FxThread.executor().execute(() -> button(stage, "#cancel").fire());
        Await.until(
                "the question is asked",
                () -> windowWith(".dialog-pane .danger").isPresent());
        assertThat(rig.task(sessions.getFirst()).status()).isEqualTo(TaskStatus.RUNNING);
        Button yes = (Button)
                windowWith(".dialog-pane .danger").orElseThrow().getScene().lookup(".danger");
        interact(yes::fire);
        sessions.forEach(session -> rig.awaitStatus(session, TaskStatus.CANCELLED));
    }

    @Test
    void aMessageThatWaitsForItsParentIsSeenAndCanBeCleared() {
        String parent = rig.create("Busy parent");
        rig.prompt(parent, "gate=busy-parent");
        rig.awaitStatus(parent, TaskStatus.RUNNING);
        LaunchRequest request = new LaunchRequest(
                rig.key(parent).server(),
                "Waiting child",
                "words=1",
                Assignment.UNKNOWN,
                rig.server.project().toString(),
                new Family(Optional.of(rig.key(parent)), ParentWish.WAKE));
        rig.awaitStatus(rig.outcome(() -> rig.engine.launch(request)).session(), TaskStatus.COMPLETED);
        Hyperlink pending = (Hyperlink) stage.getScene().lookup("#pending");
        Await.until("the link is shown", pending::isVisible);
        interact(pending::fire);
        Window view = windowWith(".pending-card").orElseThrow();
        assertThat(texts(root(view))).anyMatch(text -> text.contains("Background task \"Waiting child\""));
        interact(() -> ((Button) view.getScene().lookup(".pending-card .button")).fire());
        Await.until(
                "nothing waits", () -> FxThread.ask(rig.engine::pendingMessages).isEmpty());
        rig.server.model().gates().open("busy-parent");
    }

    @Test
    void aToastTellsThatATaskHasSettled() {
        String session = rig.create("Toast me");
        rig.prompt(session, "steps=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        Await.until("the toast is shown", () -> toastWith("Toast me").isPresent());
    }

    @Test
    void aClickOnAToastSelectsItsTask() {
        String session = rig.create("Click me");
        rig.prompt(session, "steps=1");
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        Await.until("the toast is shown", () -> toastWith("Click me").isPresent());
        clickOn(toastWith("Click me").orElseThrow());
        Await.until(
                "its row is selected",
                () -> row("Click me").filter(TreeTableRow::isSelected).isPresent());
    }

    private void restart() {
        try {
            rig.server.restartOnSamePort();
        } catch (java.io.IOException e) {
            throw new AssertionError("the shared server did not come back", e);
        }
    }

    private void awaitRow(String name, String words) {
        Await.until(
                "the row of “" + name + "” says " + words,
                () -> row(name)
                        .filter(row -> String.join(" ", texts(row)).contains(words))
                        .isPresent());
    }

    /** The row on the screen that shows this name. */
    private Optional<TreeTableRow<?>> row(String name) {
        return FxThread.ask(() -> {
            for (Node node : stage.getScene().getRoot().lookupAll(".tree-table-row-cell")) {
                if (node instanceof TreeTableRow<?> row && row.isVisible() && shows(row, name)) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        });
    }

    private static boolean shows(TreeTableRow<?> row, String name) {
        return texts(row).stream().anyMatch(text -> text.endsWith(name));
    }

    private static List<String> texts(Node row) {
        return row.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> String.valueOf(((Labeled) node).getText()))
                .toList();
    }

    private void select(String name) {
        Await.until("the row is there", () -> row(name).isPresent());
        TreeTableRow<?> row = row(name).orElseThrow();
        interact(() -> row.getTreeTableView().getSelectionModel().select(row.getIndex()));
    }

    private Optional<Node> toastWith(String name) {
        return lookup(".toast").queryAll().stream()
                .filter(toast -> toast.getAccessibleText().contains(name))
                .findFirst();
    }

    private Optional<Window> windowWith(String selector) {
        return listWindows().stream()
                .filter(window -> window.isShowing() && window.getScene().lookup(selector) != null)
                .findFirst();
    }

    private Window awaitDialog() {
        Await.until("the dialog is open", () -> dialog().isPresent());
        return dialog().orElseThrow();
    }

    private Optional<Window> dialog() {
        return windowWith("#prompt");
    }

    private void type(Window window, String field, String text) {
        interact(() -> {
            TextInputControl input = (TextInputControl) window.getScene().lookup(field);
            input.requestFocus();
            input.setText(text);
        });
    }

    private static String text(Window window, String field) {
        return ((TextInputControl) window.getScene().lookup(field)).getText();
    }

    private static Button button(Window window, String id) {
        return (Button) window.getScene().lookup(id);
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Agent> agents(Window window) {
        return (ComboBox<Agent>) window.getScene().lookup("#agent");
    }

    private static Node root(Window window) {
        return window.getScene().getRoot();
    }
}
