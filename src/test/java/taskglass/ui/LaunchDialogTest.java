package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import taskglass.lab.Around;
import taskglass.lab.Await;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.request.LaunchChoices.Agent;
import taskglass.text.FolderName;
import taskglass.ui.window.WindowOverServer;

/** The launch window over a real server. */
@NeedsOpenCode
class LaunchDialogTest extends WindowOverServer {
    @Test
    void aTaskIsLaunchedThroughTheDialog() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "From the dialog");
        type(dialog, "#prompt", "steps=1\nwords=2");
        type(dialog, "#directory", rig.server.project().toString());
        interact(() -> button(dialog, "#launch").requestFocus());
        FxThread.until(
                "the launch button is ready", () -> !button(dialog, "#launch").isDisabled());
        interact(() -> button(dialog, "#launch").fire());
        awaitRow("From the dialog", "Completed");
        awaitClosed(dialog);
    }

    @Test
    void aServerThatStopsLeavesTheWindowOpenWithWhatWasTyped() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        type(dialog, "#description", "Refused");
        type(dialog, "#prompt", "steps=1");
        awaitAgents(dialog);
        rig.server.stop();
        try {
            Await.until("it says so", () -> texts(dialog).contains("No server is ready"));
            assertThat(text(dialog, "#prompt")).isEqualTo("steps=1");
            assertThat(FxThread.ask(dialog::isShowing)).isTrue();
        } finally {
            restart();
        }
    }

    @Test
    void theDialogOffersVisibleAgentsAndTheServersModel() {
        interact(() -> button(stage, "#launch").fire());
        Window dialog = awaitDialog();
        assertThat(awaitAgents(dialog)).contains("build", "general").doesNotContain("title", "summary");
    }

    @Test
    void whatWasTypedAndNotLaunchedIsThereTheNextTime() {
        Window dialog = openDialog();
        type(dialog, "#description", "Half a thought");
        type(dialog, "#prompt", "not done yet");
        push(KeyCode.ESCAPE);
        awaitClosed(dialog);
        Window again = openDialog();
        assertThat(text(again, "#description")).isEqualTo("Half a thought");
        assertThat(text(again, "#prompt")).isEqualTo("not done yet");
    }

    @Test
    void whatWasLaunchedIsNoDraftAndComesBackWithUp() {
        launchOnce("words=1 text=once");
        Window again = openDialog();
        assertThat(text(again, "#prompt")).isEmpty();
        push(KeyCode.UP);
        FxThread.until("it is back", () -> text(again, "#prompt").equals("words=1 text=once"));
        push(KeyCode.DOWN);
        FxThread.until("it is gone", () -> text(again, "#prompt").isEmpty());
    }

    @Test
    void theAgentAndTheDirectoryThatWereChosenLastAreChosenAgain() throws IOException {
        String elsewhere = rig.server.newDirectory("chosen-last").toString();
        Window dialog = openDialog();
        awaitAgents(dialog);
        type(dialog, "#directory", elsewhere);
        choose(dialog, "plan");
        type(dialog, "#prompt", "words=1");
        interact(button(dialog, "#launch")::fire);
        awaitClosed(dialog);
        Window again = openDialog();
        awaitAgents(again);
        Await.until("its agent is chosen", () -> chosenAgent(again).equals(Optional.of("plan")));
        FxThread.until("its directory, too", () -> text(again, "#directory").equals(new FolderName(elsewhere).shown()));
    }

    @Test
    void aDirectoryThatIsNotThereIsReportedAtItsField() {
        interact(() -> rig.engine.discovery().startWithProcesses(Around.servers(rig.server)));
        FxThread.until(
                "the server is known as local",
                () -> rig.engine.store().processes().sharesFiles(rig.connection.server()));
        Window dialog = openDialog();
        awaitAgents(dialog);
        type(dialog, "#directory", "/no/such/place");
        awaitShown(dialog, "#directoryNote");
        type(dialog, "#directory", rig.server.project().toString());
        FxThread.until(
                "it is taken back",
                () -> !dialog.getScene().lookup("#directoryNote").isVisible());
    }

    @Test
    void launchingWithoutAPromptSaysWhatIsMissing() {
        Window dialog = openDialog();
        push(KeyCode.CONTROL, KeyCode.ENTER);
        FxThread.until("it says so", () -> texts(dialog).contains("Write a prompt"));
        assertThat(FxThread.ask(dialog::isShowing)).isTrue();
    }

    @Test
    void aPromptIsSavedAsATemplatePickedAndDeleted() {
        Window dialog = openDialog();
        type(dialog, "#prompt", "run all tests");
        interact(() -> item(dialog, "Save this prompt as a template…").fire());
        type(dialog, "#templateName", "Tests");
        push(KeyCode.ENTER);
        FxThread.until("it is saved", () -> items(dialog).stream().anyMatch(item -> "Tests".equals(item.getText())));
        type(dialog, "#prompt", "");
        interact(() -> item(dialog, "Tests").fire());
        assertThat(text(dialog, "#prompt")).isEqualTo("run all tests");
        interact(() ->
                ((Menu) item(dialog, "Delete a template")).getItems().getFirst().fire());
        assertThat(FxThread.ask(
                        () -> items(dialog).stream().map(MenuItem::getText).toList()))
                .doesNotContain("Tests");
    }

    private Window openDialog() {
        interact(() -> button(stage, "#launch").fire());
        return awaitDialog();
    }

    private void launchOnce(String prompt) {
        Window dialog = openDialog();
        awaitAgents(dialog);
        type(dialog, "#prompt", prompt);
        interact(button(dialog, "#launch")::fire);
        awaitClosed(dialog);
    }

    private static void awaitShown(Window dialog, String label) {
        FxThread.until(
                label + " is shown", () -> dialog.getScene().lookup(label).isVisible());
    }

    @SuppressWarnings("unchecked") // the box was made for agents
    private static ComboBox<Agent> agentBox(Window dialog) {
        return (ComboBox<Agent>) dialog.getScene().lookup("#agent");
    }

    private void choose(Window dialog, String agent) {
        interact(() -> agentBox(dialog).getItems().stream()
                .filter(offered -> offered.name().equals(agent))
                .forEach(agentBox(dialog)::setValue));
    }

    private static Optional<String> chosenAgent(Window dialog) {
        return FxThread.ask(
                () -> Optional.ofNullable(agentBox(dialog).getValue()).map(Agent::name));
    }

    private static List<MenuItem> items(Window dialog) {
        return ((MenuButton) dialog.getScene().lookup("#templates")).getItems();
    }

    private static MenuItem item(Window dialog, String words) {
        return items(dialog).stream()
                .filter(item -> words.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }
}
