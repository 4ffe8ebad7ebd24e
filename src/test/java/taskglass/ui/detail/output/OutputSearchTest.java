package taskglass.ui.detail.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.ToolCall;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Content;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.Part.Text;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;

/** The search in the output, over a transcript of which most rows are not in view. */
class OutputSearchTest {
    private static final Span NOW = new Span(Optional.of(Instant.EPOCH), Optional.of(Instant.EPOCH));

    private final PartLog log = new PartLog();
    private final OutputView view = FxThread.ask(() -> new OutputView(() -> {}, link -> {}));
    private final Scene scene = FxThread.ask(() -> new Scene(view.root(), 400, 300));

    @Test
    void itCountsMatchesInCapitalsAndAcrossStylesAndInWhatIsCollapsed() {
        say(1, "The needle, a NEEDLE and a nee**dle**.");
        call(2, "a needle\nand another needle");
        open("needle");
        assertThat(matches()).isEqualTo("5 matches");
    }

    @Test
    void itCountsNoneOfOurOwnWords() {
        call(1, "x");
        FxThread.ask(() -> {
            view.toggle(place(1));
            return true;
        });
        open("Input");
        assertThat(matches()).isEqualTo("No matches");
    }

    @Test
    void enterGoesOnAndShiftEnterBackAndBothGoRound() {
        for (int i = 0; i < 200; i++) {
            say(i, i % 50 == 0 ? "a needle" : "hay");
        }
        open("needle");
        top();
        press(false);
        assertThat(matches()).isEqualTo("1 of 4");
        press(false);
        press(false);
        assertThat(matches()).isEqualTo("3 of 4");
        assertThat(selected()).isEqualTo(100);
        press(true);
        press(true);
        press(true);
        assertThat(matches()).isEqualTo("4 of 4");
        press(false);
        assertThat(matches()).isEqualTo("1 of 4");
    }

    @Test
    void aCollapsedCallIsExpandedWhenItsMatchIsReached() {
        say(1, "hay");
        call(2, "first\nneedle");
        open("needle");
        press(false);
        assertThat(FxThread.ask(() -> view.list().getItems().get(selectedNow()).text()))
                .contains("needle");
        assertThat(matches()).isEqualTo("1 of 1");
    }

    @Test
    void theReachedMatchIsInViewAndStandsOut() {
        for (int i = 0; i < 500; i++) {
            say(i, i == 250 ? "here is a needle for you" : "hay");
        }
        open("needle");
        top();
        press(false);
        assertThat(FxThread.ask(() -> {
                    layOut();
                    return ((Label) view.list().lookup(".current-match")).getText();
                }))
                .isEqualTo("needle");
    }

    @Test
    void itCountsOnWhileTheOutputGrows() {
        say(1, "a needle");
        open("needle");
        press(false);
        say(2, "another needle");
        assertThat(matches()).isEqualTo("1 of 2");
    }

    @Test
    void escapeRemovesTheHighlights() {
        say(1, "a needle");
        open("needle");
        FxThread.ask(() -> {
            field().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false));
            layOut();
            return true;
        });
        assertThat(FxThread.ask(() -> view.list().lookup(".match") == null
                        && !field().getParent().isVisible()))
                .isTrue();
    }

    private void open(String query) {
        FxThread.ask(() -> {
            layOut();
            view.openSearch();
            field().setText(query);
            layOut();
            return true;
        });
    }

    private void top() {
        FxThread.ask(() -> {
            view.list().scrollTo(0);
            layOut();
            return true;
        });
    }

    private void press(boolean shift) {
        FxThread.ask(() -> {
            field().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, shift, false, false, false));
            layOut();
            return true;
        });
    }

    private void layOut() {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private TextField field() {
        return (TextField) view.root().lookup("#output-search");
    }

    private String matches() {
        return FxThread.ask(() -> ((Label) view.root().lookup("#output-matches")).getText());
    }

    private int selected() {
        return FxThread.ask(this::selectedNow);
    }

    private int selectedNow() {
        return view.list().getSelectionModel().getSelectedIndex();
    }

    private void say(int number, String text) {
        add(new PartUpdate.Changed(new Text(place(number), false, ClippedText.of(text), NOW, true)));
    }

    private void call(int number, String output) {
        Content content = new Content("a command", ClippedText.EMPTY, ClippedText.of(output), OptionalInt.empty());
        add(new PartUpdate.Changed(new Call(place(number), "bash", ToolCall.State.COMPLETED, NOW, content)));
    }

    private void add(PartUpdate news) {
        FxThread.ask(() -> {
            if (log.parts().isEmpty()) {
                view.show(Optional.of(log));
            }
            view.apply(log.apply(List.of(news)), false);
            return true;
        });
    }

    private static Place place(int number) {
        return new Place("msg_1", "prt_%06d".formatted(number));
    }
}
