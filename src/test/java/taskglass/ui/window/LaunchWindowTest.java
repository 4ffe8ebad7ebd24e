package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FaultProxy;
import taskglass.lab.FxThread;
import taskglass.task.status.AgentTask;
import taskglass.ui.table.tree.TaskRow;

/** The launch window beside the table, over the demo, whose answers can be held back. */
class LaunchWindowTest extends WindowOverDemo {
    private FaultProxy proxy;

    @BeforeEach
    void show() throws IOException {
        proxy = new FaultProxy(connection().server().url());
        interact(() -> {
            stage.setX(10);
            stage.setY(10);
            stage.setWidth(980);
            stage.setHeight(650);
            window.show();
            engine.watch(connection(proxy.baseUrl()));
        });
        FxThread.until("all is read", this::allIsRead);
    }

    @AfterEach
    void closeProxy() {
        proxy.letGo();
        proxy.close();
    }

    @Test
    void theTableCanBeUsedWhileItIsOpen() {
        Stage launch = launchWindow();
        assertThat(launch.getModality()).isEqualTo(Modality.NONE);
        interact(() -> ((TreeTableView<?>) stage.getScene().lookup("#tasks"))
                .getSelectionModel()
                .clearAndSelect(2));
        FxThread.until("its details are shown", () -> stage.getScene().lookup("#detail-tabs") != null);
        assertThat(launch.isShowing()).isTrue();
    }

    @Test
    void aSecondLaunchBringsTheSameWindowToTheFrontWithWhatWasTyped() {
        Stage launch = launchWindow();
        type(launch, "half a thought");
        interact(stage::requestFocus);
        assertThat(launchWindow()).isSameAs(launch);
        assertThat(FxThread.ask(() -> Window.getWindows().stream()
                        .filter(there -> there.getScene().lookup("#prompt") != null)
                        .toList()))
                .hasSize(1);
        assertThat(prompt(launch).getText()).isEqualTo("half a thought");
        FxThread.until(
                "keys go to its prompt",
                () -> launch.isFocused() && prompt(launch).isFocused());
    }

    @Test
    void itClosesWithTheMainWindowAndKeepsTheDraft() {
        type(launchWindow(), "kept after all");
        interact(() -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(FxThread.ask(() -> find("#prompt"))).isEmpty();
        interact(window::show);
        assertThat(prompt(launchWindow()).getText()).isEqualTo("kept after all");
    }

    @Test
    void whatIsMissingIsSaidAtTheButton() {
        Stage launch = launchWindow();
        assertThat(hint(launch)).isEqualTo("Write a prompt");
        assertThat(FxThread.ask(() -> launch.getScene().lookup("#launch").isDisabled()))
                .isTrue();
        type(launch, "words=1");
        assertThat(hint(launch)).isEmpty();
        assertThat(FxThread.ask(() -> launch.getScene().lookup("#launch").isDisabled()))
                .isFalse();
        proxy.refuse();
        FxThread.until("it says that no server is ready", () -> hint(launch).equals("No server is ready"));
        assertThat(prompt(launch).getText()).isEqualTo("words=1");
    }

    @Test
    void controlEnterWithoutAPromptLaunchesNothingAndPointsOutTheHint() {
        Stage launch = launchWindow();
        press(launch, KeyCode.ENTER, true);
        assertThat(launch.isShowing()).isTrue();
        assertThat(FxThread.ask(() -> launch.getScene().lookup("#hint").getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("wanted"))))
                .isTrue();
    }

    @Test
    void controlEnterLaunchesAndSelectsTheTask() {
        Stage launch = launchWindow();
        FxThread.until("agents are offered", () -> !agents(launch).getItems().isEmpty());
        type(launch, "Sort the imports");
        press(launch, KeyCode.ENTER, true);
        FxThread.until("it is closed", () -> !launch.isShowing());
        FxThread.until("it is selected", () -> selected().equals(Optional.of("Sort the imports")));
    }

    @Test
    void aRefusedLaunchLeavesItOpenWithWhatWasTypedAndSaysWhy() {
        Stage launch = launchWindow();
        FxThread.until("agents are offered", () -> !agents(launch).getItems().isEmpty());
        type(launch, "words=1");
        proxy.answer(path -> path.equals("/session"), FaultProxy.Answer.BROKEN);
        press(launch, KeyCode.ENTER, true);
        FxThread.until(
                "it says why",
                () -> !((Labeled) launch.getScene().lookup("#refusal"))
                        .getText()
                        .isEmpty());
        assertThat(launch.isShowing()).isTrue();
        assertThat(prompt(launch).getText()).isEqualTo("words=1");
    }

    @Test
    void agentsAndModelsAppearAsTheyLoadAndTypedTextStays() {
        proxy.hold(path -> path.equals("/agent") || path.equals("/config/providers"));
        Stage launch = launchWindow();
        type(launch, "typed while it loads");
        assertThat(shown(launch, "#agent")).isEqualTo("Loading…");
        assertThat(shown(launch, "#model")).isEqualTo("Loading…");
        proxy.letGo();
        FxThread.until("the agents are there", () -> shown(launch, "#agent").startsWith("build"));
        assertThat(shown(launch, "#model")).startsWith("Default (");
        assertThat(prompt(launch).getText()).isEqualTo("typed while it loads");
    }

    @Test
    void theLastChoiceIsShownAtOnceAndIsCorrectedIfItIsNotOffered() {
        launchWith("plan");
        proxy.hold(path -> path.equals("/agent") || path.equals("/config/providers"));
        Stage launch = launchWindow();
        assertThat(shown(launch, "#agent")).isEqualTo("plan");
        proxy.answer(
                path -> path.equals("/agent"),
                new FaultProxy.Answer(
                        200, "application/json", "[{\"name\":\"build\",\"mode\":\"primary\",\"permission\":[]}]"));
        proxy.letGo();
        FxThread.until(
                "the first offered is chosen", () -> shown(launch, "#agent").startsWith("build"));
        assertThat(FxThread.ask(() -> ((Labeled) launch.getScene().lookup("#workerNote")).getText()))
                .isEqualTo("No longer available here: plan");
    }

    @Test
    void escapeClosesIt() {
        Stage launch = launchWindow();
        press(launch, KeyCode.ESCAPE, false);
        FxThread.until("it is closed", () -> !launch.isShowing());
    }

    private void launchWith(String agent) {
        Stage launch = launchWindow();
        FxThread.until("agents are offered", () -> !agents(launch).getItems().isEmpty());
        interact(() -> agents(launch).getItems().stream()
                .filter(offered -> offered.toString().contains(agent))
                .findFirst()
                .ifPresent(offered -> choose(agents(launch), offered)));
        type(launch, "Plan it");
        press(launch, KeyCode.ENTER, true);
        FxThread.until("it is closed", () -> !launch.isShowing());
    }

    @SuppressWarnings("unchecked") // the value is one of its items
    private static <T> void choose(ComboBox<T> box, Object offered) {
        box.setValue((T) offered);
    }

    private Optional<String> selected() {
        TreeItem<?> item = (TreeItem<?>) ((TreeTableView<?>) stage.getScene().lookup("#tasks"))
                .getSelectionModel()
                .getSelectedItem();
        return item == null
                ? Optional.empty()
                : ((TaskRow) item.getValue()).task().map(AgentTask::name);
    }

    private Stage launchWindow() {
        interact(() -> Event.fireEvent(
                stage.getScene().lookup("#tasks"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.N, false, true, false, false)));
        return awaitWindow("#prompt");
    }

    private void press(Stage launch, KeyCode key, boolean control) {
        interact(() -> Event.fireEvent(
                prompt(launch), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, control, false, false)));
    }

    private void type(Stage launch, String text) {
        interact(() -> prompt(launch).setText(text));
    }

    private static TextInputControl prompt(Stage launch) {
        return (TextInputControl) launch.getScene().lookup("#prompt");
    }

    private static ComboBox<?> agents(Stage launch) {
        return (ComboBox<?>) launch.getScene().lookup("#agent");
    }

    private static String hint(Stage launch) {
        return FxThread.ask(() -> ((Labeled) launch.getScene().lookup("#hint")).getText());
    }

    /** What the closed box shows. */
    private static String shown(Stage launch, String box) {
        return FxThread.ask(() -> {
            launch.getScene().snapshot(null); // lays it out
            List<String> texts = launch.getScene().lookup(box).lookupAll(".list-cell").stream()
                    .filter(Node::isVisible)
                    .map(node -> ((Labeled) node).getText())
                    .toList();
            return texts.isEmpty() ? "" : texts.getFirst();
        });
    }
}
