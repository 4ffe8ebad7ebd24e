package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import taskglass.lab.FxThread;

/** The list of keys, as F1 shows it. */
class KeysListTest extends WindowSteps {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        In the attention bar | Allow once | 1
        In the attention bar | Always allow… | 2
        In the attention bar | Reject… | 3
        In the attention bar | Show all of it | Space
        In the attention bar | Answer the question, or confirm | Enter
        In the attention bar | Previous or next request | ← →
        In the attention bar | Back | Esc
        In the filter | Clear, then back to the table | Esc
        On the edge of the details | Wider or narrower | ← →
        In the output | Search | Ctrl+F
        In the output | Select a part of the text | S
        In the output | Open or close a tool call | Enter Space
        In the timeline | Previous or next call | ← →
        In the timeline | Lane above or below | ↑ ↓
        In the timeline | First or last call | Home End
        In the field below the output | Continue the task | Enter
        In the field below the output | New line | Shift+Enter
        In the launch window | Launch | Ctrl+Enter
        In the launch window | Close | Esc
        """)
    void itListsTheKeysOfEachPartOfTheWindow(String part, String what, String keys) {
        assertThat(lines(part)).contains(what + ": " + keys);
    }

    @Test
    void itListsTheKeysOfTheWholeWindow() {
        assertThat(lines("Window")).contains("Find an action or a task…: Ctrl+K", "Keyboard shortcuts: ? F1");
        assertThat(lines("Remove")).contains("Undo: Ctrl+Z");
    }

    private List<String> lines(String part) {
        interact(() -> window.show());
        open(KeyCode.F1, ".keys");
        return FxThread.ask(() -> find(".keys").orElseThrow().getScene().getRoot().lookupAll(".keys-block").stream()
                .map(Parent.class::cast)
                .filter(block -> ((Label) block.lookup(".keys-group")).getText().equals(part))
                .flatMap(block -> block.lookupAll(".keys-line").stream())
                .map(KeysListTest::line)
                .toList());
    }

    private static String line(Node line) {
        List<String> texts = ((Parent) line)
                .getChildrenUnmodifiable().stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .toList();
        return texts.getFirst() + ": " + texts.stream().skip(1).collect(Collectors.joining(" "));
    }
}
