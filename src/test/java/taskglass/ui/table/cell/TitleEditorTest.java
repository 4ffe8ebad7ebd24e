package taskglass.ui.table.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.command.CommandFailed;
import taskglass.lab.FxThread;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.request.Refusal;
import taskglass.task.status.AgentTask;
import taskglass.ui.Sample;
import taskglass.ui.table.TableOverSample;
import taskglass.ui.table.tree.Grouping;
import taskglass.ui.table.tree.RowContent;

/** A title is edited in its cell, whatever rows and cells do meanwhile. */
class TitleEditorTest extends TableOverSample {
    private static final int TASKS = 60;

    private final List<String> sent = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private final List<KeyCode> leaked = new ArrayList<>();
    private CompletableFuture<TaskKey> answer;

    @BeforeEach
    void fill() {
        answer = new CompletableFuture<>();
        interact(() -> {
            table.apply(sample.listed(IntStream.range(0, TASKS)
                    .mapToObj(i -> Sample.session("s" + i, "", i))
                    .toList()));
            view().addEventHandler(KeyEvent.ANY, e -> leaked.add(e.getCode()));
            view().getScene().getAccelerators().clear();
            view().requestFocus();
        });
    }

    @Test
    void enterSavesAndTheFieldGoes() {
        edit("s59");
        type("A better name");
        press(KeyCode.ENTER);
        assertThat(sent).containsExactly("A better name");
        interact(() -> answer.complete(task("s59").key()));
        assertThat(shownIn()).isEmpty();
        assertThat(FxThread.ask(() -> view().isFocused())).isTrue();
    }

    @Test
    void escapeGivesUpAndNothingIsSent() {
        edit("s59");
        type("Never mind");
        press(KeyCode.ESCAPE);
        assertThat(sent).isEmpty();
        assertThat(shownIn()).isEmpty();
        assertThat(FxThread.ask(() -> view().isFocused())).isTrue();
    }

    @Test
    void anEmptyOrUnchangedTitleChangesNothing() {
        edit("s59");
        press(KeyCode.ENTER);
        edit("s59");
        type("   ");
        press(KeyCode.ENTER);
        assertThat(sent).isEmpty();
        assertThat(shownIn()).isEmpty();
    }

    @Test
    void aRefusalSaysWhyAndKeepsTheText() {
        edit("s59");
        type("Refused");
        press(KeyCode.ENTER);
        interact(() -> answer.completeExceptionally(
                new CommandFailed(new Refusal.Gone(new ServerId("http://127.0.0.1:4096")))));
        assertThat(refusals).hasSize(1);
        assertThat(shownIn()).contains("s59");
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("Refused");
        assertThat(FxThread.ask(() -> field().isEditable())).isTrue();
    }

    @Test
    void keysInTheFieldReachNeitherTableNorWindow() {
        edit("s59");
        for (KeyCode key : List.of(KeyCode.E, KeyCode.DELETE, KeyCode.DOWN, KeyCode.K, KeyCode.ENTER)) {
            press(key);
        }
        edit("s59");
        for (KeyCode key : List.of(KeyCode.K, KeyCode.E, KeyCode.F2, KeyCode.F5)) {
            interact(() -> Event.fireEvent(
                    field(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false)));
        }
        assertThat(leaked).isEmpty();
    }

    @Test
    void theFieldMovesWithItsRowAndKeepsCaretAndFocus() {
        edit("s59");
        type("half a na");
        interact(() -> field().selectRange(4, 4));
        int before = FxThread.ask(this::row);
        interact(() -> table.group(Grouping.STATUS));
        layOut();
        assertThat(FxThread.ask(this::row)).isNotEqualTo(before);
        assertThat(shownIn()).contains("s59");
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("half a na");
        assertThat(FxThread.ask(() -> field().isFocused())).isTrue();
        assertThat(FxThread.ask(() -> field().getCaretPosition())).isEqualTo(4);
    }

    @Test
    void scrolledAwayNoOtherRowShowsTheFieldAndAKeyBringsItBack() {
        edit("s59");
        type("half a name");
        scrollTo(TASKS - 1);
        assertThat(shownIn()).isEmpty();
        interact(() -> Event.fireEvent(
                view(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, false, false, false, false)));
        layOut();
        assertThat(leaked).isEmpty();
        assertThat(shownIn()).contains("s59");
        assertThat(FxThread.ask(() -> field().getText())).isEqualTo("half a name");
        assertThat(FxThread.ask(() -> field().isFocused())).isTrue();
    }

    @Test
    void aClickElsewhereSaves() {
        edit("s59");
        type("Saved by a click");
        interact(() -> Event.fireEvent(view(), click()));
        assertThat(sent).containsExactly("Saved by a click");
    }

    private void edit(String session) {
        interact(() -> table.titles()
                .edit(
                        task(session),
                        title -> {
                            sent.add(title);
                            return answer;
                        },
                        refusals::add));
        layOut();
        assertThat(shownIn()).contains(session);
        assertThat(FxThread.ask(() -> field().isFocused())).isTrue();
    }

    private AgentTask task(String session) {
        return FxThread.ask(() -> sample.store.tasks().stream()
                .filter(task -> task.key().session().equals(session))
                .findFirst()
                .orElseThrow());
    }

    private void type(String text) {
        interact(() -> field().setText(text));
    }

    private void press(KeyCode key) {
        interact(() ->
                Event.fireEvent(field(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    private static MouseEvent click() {
        return new MouseEvent(
                MouseEvent.MOUSE_PRESSED,
                5,
                5,
                5,
                5,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private void scrollTo(int row) {
        interact(() -> view().scrollTo(row));
        layOut();
    }

    private void layOut() {
        interact(() -> view().getScene().snapshot(null));
    }

    private TextField field() {
        return (TextField) view().lookup("#title-editor");
    }

    /** The session whose cell shows the field. */
    private Optional<String> shownIn() {
        return FxThread.ask(() -> cell().map(cell ->
                ((RowContent.OfTask) cell.getItem()).task().key().session()));
    }

    private int row() {
        return cell().orElseThrow().getIndex();
    }

    private Optional<TreeTableCell<?, ?>> cell() {
        for (Node node : view().lookupAll(".name-cell")) {
            if (node.isVisible() && node.lookup("#title-editor") != null) {
                return Optional.of((TreeTableCell<?, ?>) node);
            }
        }
        return Optional.empty();
    }
}
