package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;
import taskglass.settings.Settings;
import taskglass.settings.SettingsFile;
import taskglass.task.TodoItem;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.FileChange;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.PartLog;
import taskglass.ui.detail.ChangesView;
import taskglass.ui.detail.SampleLog;
import taskglass.ui.detail.TodoView;
import taskglass.ui.detail.timeline.LaneText;
import taskglass.ui.detail.timeline.TimelineView;
import taskglass.ui.frame.Theme;

/** Each part of the details with one of everything in it, as pictures for a person to look at, in both themes. */
class DetailPicturesTest {
    private static final String DIFF = """
        @@ -1,3 +1,5 @@
         package parse;
        -class Token {
        +record Token(Kind kind) {
        +    Token {
        +    }
         }\
        """;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theOutputShowsOneOfEverything(boolean dark) {
        PartLog log = SampleLog.everything();
        OutputView view = FxThread.ask(() -> new OutputView(() -> {}, link -> {}));
        picture("output", dark, 420, 780, view::root, () -> {
            view.show(java.util.Optional.of(log));
            view.showMessage("", false);
            unfold(view, log);
        });
        assertThat(FxThread.ask(() -> ((ListView<?>) view.root().lookup("#output")).getItems()))
                .hasAtLeastOneElementOfType(OutputRow.Code.class)
                .hasAtLeastOneElementOfType(OutputRow.Printed.class)
                .hasAtLeastOneElementOfType(OutputRow.ThoughtLine.class)
                .hasAtLeastOneElementOfType(OutputRow.Failure.class);
    }

    private static void unfold(OutputView view, PartLog log) {
        log.parts().stream()
                .filter(part -> part instanceof Call call && call.failed())
                .findFirst()
                .ifPresent(part -> view.toggle(part.place()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTimelineShowsEachToolInALaneOfItsOwn(boolean dark) {
        List<Call> calls = SampleLog.everything().parts().stream()
                .filter(Call.class::isInstance)
                .map(Call.class::cast)
                .toList();
        TimelineView view =
                FxThread.ask(() -> new TimelineView(new SimpleObjectProperty<>(SampleLog.THEN.plusSeconds(31))));
        picture("timeline", dark, 420, 420, view::root, () -> view.show(calls, ""));
        assertThat(FxThread.ask(() -> LaneText.names(calls))).containsExactly("read", "grep", "bash", "edit", "task");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTodosAndTheChangesHaveAWordAndAShapeForEachState(boolean dark) {
        TodoView todos = FxThread.ask(TodoView::new);
        picture(
                "todos",
                dark,
                420,
                240,
                todos::root,
                () -> todos.show(
                        List.of(
                                new TodoItem("Read the parser", TodoItem.State.COMPLETED),
                                new TodoItem(
                                        "Replace the Token class by a record and keep each of its public methods as it"
                                                + " is now",
                                        TodoItem.State.IN_PROGRESS),
                                new TodoItem("Run the tests", TodoItem.State.PENDING),
                                new TodoItem("Update the notes", TodoItem.State.CANCELLED)),
                        ""));
        ChangesView changes = FxThread.ask(ChangesView::new);
        picture(
                "changes",
                dark,
                420,
                320,
                changes::root,
                () -> changes.show(List.of(
                        new FileChange(
                                "src/main/java/parse/Token.java", FileChange.Kind.MODIFIED, 3, 1, ClippedText.of(DIFF)),
                        new FileChange("logo.png", FileChange.Kind.ADDED, 0, 0, ClippedText.EMPTY))));
        assertThat(FxThread.ask(() -> todos.root().getItems())).hasSize(4);
    }

    private static void picture(
            String name, boolean dark, double width, double height, Supplier<? extends Parent> node, Runnable fill) {
        Stage stage = FxThread.ask(() -> {
            Theme theme = new Theme(new SimpleObjectProperty<>(dark), Settings.of(SettingsFile.none(), Runnable::run));
            StackPane around = new StackPane(node.get());
            around.getStyleClass().addAll("detail");
            around.setStyle("-fx-padding: 12px");
            Scene scene = new Scene(around, width, height);
            theme.style(scene);
            Stage there = new Stage();
            there.setX(10);
            there.setY(10);
            there.setScene(scene);
            there.show();
            fill.run();
            return there;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
        Snapshot.of(stage.getScene(), "detail-" + name + (dark ? "-dark" : "-light"));
        FxThread.ask(() -> {
            stage.hide();
            return true;
        });
    }
}
