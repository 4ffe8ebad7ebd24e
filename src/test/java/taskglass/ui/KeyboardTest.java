package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** The window over a real server, used with nothing but keys. */
@NeedsOpenCode
class KeyboardTest extends KeysOverServer {
    @Test
    void aTaskIsLaunchedFoundAndCancelledByKeysAlone() {
        rig.create("Another task, above or below it");
        push(KeyCode.CONTROL, KeyCode.N);
        Window dialog = awaitDialog();
        awaitAgents(dialog);
        typeKeys("steps=1 sleep=60");
        push(KeyCode.SHIFT, KeyCode.TAB);
        typeKeys("By keys alone");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        awaitRow("By keys alone", "Running");
        awaitSelected("By keys alone");
        push(KeyCode.DELETE);
        awaitRow("By keys alone", "Cancelled");
    }

    @Test
    void theArrowsMoveToATaskAndDeleteCancelsIt() {
        String session = rig.create("Reached by arrows");
        rig.prompt(session, "steps=1 sleep=60");
        rig.awaitCalls(session, 1);
        focusTable();
        push(KeyCode.HOME);
        for (int i = 0; i < 200 && !selected().equals(Optional.of("Reached by arrows")); i++) {
            push(KeyCode.DOWN);
        }
        push(KeyCode.DELETE);
        rig.awaitStatus(session, TaskStatus.CANCELLED);
    }

    @Test
    void theQuestionMarkShowsAllKeys() {
        // Not the table, which is not to be seen before there are tasks.
        interact(() -> stage.getScene().getRoot().requestFocus());
        typeKeys("?");
        Window sheet = awaitWindow(".keys");
        assertThat(texts(sheet)).contains("Cancel", "Del", "Launch a task…", "Ctrl+N", "?", "F1");
        push(KeyCode.ESCAPE);
        awaitClosed(sheet);
    }

    @Test
    void aSettledTaskIsContinuedByKeys() {
        String session = completed("Continued by keys");
        push(KeyCode.C);
        Window dialog = awaitDialog();
        awaitAgents(dialog);
        typeKeys("steps=2");
        push(KeyCode.CONTROL, KeyCode.ENTER);
        rig.awaitCalls(session, 2);
        awaitClosed(dialog);
    }

    @Test
    void whatWasTypedToContinueATaskIsThereTheNextTimeAndForThatTaskOnly() {
        completed("Half a follow-up");
        push(KeyCode.C);
        Window dialog = awaitDialog();
        typeKeys("not done");
        push(KeyCode.ESCAPE);
        awaitClosed(dialog);
        unselect();
        completed("Another one");
        push(KeyCode.C);
        Window other = awaitDialog();
        assertThat(text(other, "#prompt")).isEmpty();
        push(KeyCode.ESCAPE);
        awaitClosed(other);
        unselect();
        select("Half a follow-up");
        focusTable();
        push(KeyCode.C);
        assertThat(text(awaitDialog(), "#prompt")).isEqualTo("not done");
    }

    @Test
    void aFailedTaskIsRetriedByAKey() {
        String session = rig.create("Retried by a key");
        rig.prompt(session, "fail=400");
        rig.awaitStatus(session, TaskStatus.FAILED);
        select("Retried by a key");
        focusTable();
        push(KeyCode.R);
        Await.until("it is prompted again", () -> rig.messages(session).size() == 4);
    }

    @Test
    void aTaskIsRenamedByKeys() {
        String session = completed("Name before");
        push(KeyCode.F2);
        awaitFocus("title-editor");
        typeKeys("Name after");
        push(KeyCode.ENTER);
        awaitRow("Name after", "Completed");
        assertThat(rig.server.get("/session/" + session).path("title").asText()).isEqualTo("Name after");
    }

    @Test
    void aDeletionCanBeTakenBackByKeys() {
        String session = completed("Deleted and kept");
        push(KeyCode.SHIFT, KeyCode.DELETE);
        awaitRow("Deleted and kept", "Deleting");
        Await.until("it can be undone", () -> undoLine().isPresent());
        push(KeyCode.CONTROL, KeyCode.Z);
        awaitRow("Deleted and kept", "Completed");
        FxThread.until("nothing is left to undo", () -> undoLine().isEmpty());
        assertThat(rig.messages(session)).hasSize(2);
    }

    @Test
    void anArchivedTaskCanBeTakenBackToo() {
        completed("Archived and kept");
        push(KeyCode.E);
        awaitRow("Archived and kept", "Archiving");
        Await.until("it can be undone", () -> undoLine().isPresent());
        push(KeyCode.CONTROL, KeyCode.Z);
        awaitRow("Archived and kept", "Completed");
    }

    @Test
    void aDeletionThatIsNotTakenBackIsDone() {
        String session = completed("Deleted for good");
        push(KeyCode.SHIFT, KeyCode.DELETE);
        awaitRow("Deleted for good", "Deleting");
        Await.until("its row is gone", () -> row("Deleted for good").isEmpty());
        assertThat(rig.server.get("/experimental/session?limit=1000").findValuesAsText("id"))
                .doesNotContain(session);
    }

    @Test
    void allThatRunsIsCancelledAfterACountAndAList() {
        List<String> sessions = List.of(rig.create("One that runs"), rig.create("Two that runs"));
        sessions.forEach(session -> rig.prompt(session, "steps=1 sleep=60"));
        sessions.forEach(session -> rig.awaitCalls(session, 1));
        focusTable();
        push(KeyCode.CONTROL, KeyCode.DELETE);
        Window question = awaitWindow(".dialog-pane .danger");
        assertThat(texts(question)).anyMatch(text -> text.contains("One that runs") && text.contains("Two that runs"));
        interact(button(question, ".danger")::fire);
        sessions.forEach(session -> rig.awaitStatus(session, TaskStatus.CANCELLED));
    }

    private void unselect() {
        interact(() -> ((TreeTableView<?>) stage.getScene().lookup("#tasks"))
                .getSelectionModel()
                .clearSelection());
    }

    /** The name in the selected row, once that is laid out. */
    private Optional<String> selected() {
        return FxThread.ask(() -> {
            TreeTableView<?> table = (TreeTableView<?>) stage.getScene().lookup("#tasks");
            stage.getScene().getRoot().applyCss();
            stage.getScene().getRoot().layout();
            int at = table.getSelectionModel().getSelectedIndex();
            return stage.getScene().getRoot().lookupAll(".tree-table-row-cell").stream()
                    .map(node -> (TreeTableRow<?>) node)
                    .filter(row -> row.getIndex() == at && row.isVisible())
                    .flatMap(row -> row.lookupAll(".name-cell").stream())
                    .map(cell -> ((Labeled) cell).getText())
                    .findFirst();
        });
    }

    private Optional<Node> undoLine() {
        return FxThread.ask(() -> Optional.ofNullable(stage.getScene().lookup(".leaving-line")));
    }
}
