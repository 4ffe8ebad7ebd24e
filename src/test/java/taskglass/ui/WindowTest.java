package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.lab.Pointer;
import taskglass.task.Assignment;
import taskglass.task.TaskStatus;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.LaunchRequest.Family;
import taskglass.ui.window.WindowOverServer;

/** The whole window over a real server: what a person sees and does. */
@NeedsOpenCode
class WindowTest extends WindowOverServer {
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
        interact(() -> stage.getScene().lookup("#tasks").requestFocus());
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
        Window question = awaitWindow(".dialog-pane .danger");
        assertThat(rig.task(sessions.getFirst()).status()).isEqualTo(TaskStatus.RUNNING);
        Button yes = button(question, ".danger");
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
        Hyperlink pending = FxThread.ask(() -> (Hyperlink) stage.getScene().lookup("#pending"));
        FxThread.until("the link is shown", pending::isVisible);
        interact(pending::fire);
        Window view = awaitWindow(".pending-card");
        FxThread.until(
                "it is told",
                () -> texts(view).stream().anyMatch(text -> text.contains("Background task \"Waiting child\"")));
        interact(button(view, ".pending-card .button")::fire);
        Await.until(
                "nothing waits",
                () -> FxThread.ask(rig.engine.parentMessages()::pending).isEmpty());
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
        Pointer.click("the toast", () -> toastWith("Click me"));
        awaitSelected("Click me");
    }
}
