package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;

/** The window with open details in small sizes, down to the smallest that it can have. */
class SmallWindowTest extends DetailsOverDemo {
    /** The title, the buttons and what the tab shows of a task need at least this. */
    private static final double TAB_CONTENT = 110;

    @ParameterizedTest
    @ValueSource(doubles = {640, 700, 740, 900})
    void taskKeepsItsMinimumInsideTheTableAndTheDetailsTheirs(double width) {
        size(width, 600);
        Snapshot.of(stage.getScene(), "small-" + (int) width);
        Bounds header = inScene(".column-header.task-column");
        Bounds details = inScene("#detail");
        assertThat(header.getWidth()).isGreaterThanOrEqualTo(240);
        assertThat(header.getMaxX()).isLessThan(details.getMinX());
        assertThat(details.getWidth()).isGreaterThanOrEqualTo(360);
        assertThat(details.getMaxX()).isLessThanOrEqualTo(width);
    }

    @Test
    void withoutRoomForItsWordsStatusShowsItsIcons() {
        size(640, 600);
        assertThat(statusTexts()).isEmpty();
        size(900, 600);
        assertThat(statusTexts()).contains("Running");
    }

    @Test
    void aLowPaneHidesFactsUntilItsTabHasRoom() {
        size(900, 600);
        double low = tabContent();
        assertThat(low).isGreaterThan(TAB_CONTENT);
        assertThat(inScene("#continue-prompt").getMaxY())
                .isLessThan(inScene(".status-bar").getMinY());
        assertThat(factNames()).contains("Status").doesNotContain("Tree");
        size(980, 900);
        assertThat(factNames()).contains("Status", "Agent", "Started", "Tokens", "Directory", "Tree");
    }

    @Test
    void whileAQuestionIsOpenTheTitleStaysInView() {
        size(900, 600);
        press("#attention-next");
        press("#attention-answer");
        layOut();
        Snapshot.of(stage.getScene(), "small-answer");
        assertThat(inScene("#detail-name").getMinY())
                .isGreaterThan(inScene("#detail").getMinY());
        assertThat(factNames()).containsExactly("Status");
    }

    @Test
    void aFieldSaysWhatItIsForWhileItHasTheFocus() {
        size(900, 600);
        TextField filter = (TextField) FxThread.ask(() -> node("#filter"));
        interact(filter::requestFocus);
        layOut();
        assertThat(FxThread.ask(() -> filter.lookupAll(".text").stream()
                        .filter(Node::isVisible)
                        .anyMatch(text -> filter.getPromptText().equals(((Text) text).getText()))))
                .isTrue();
    }

    private void size(double width, double height) {
        interact(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        FxThread.until("it has its size", () -> stage.getScene().getWidth() == width);
        FxThread.until("a request waits", () -> node("#attention").isVisible());
        if (FxThread.ask(() -> node("#detail")) == null) {
            interact(((Button) node("#toggleDetail"))::fire);
        }
        select("Port the parser to records");
        layOut();
    }

    private double tabContent() {
        return FxThread.ask(() -> ((Region) node("#detail-tabs").lookup(".tab-content-area")).getHeight());
    }

    private List<String> factNames() {
        return FxThread.ask(() -> shown(node(".facts").lookupAll(".fact-name").stream()));
    }

    private static List<String> shown(Stream<Node> labels) {
        return labels.filter(Node::isVisible)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    /** What the status cells show beside their icons. */
    private List<String> statusTexts() {
        return FxThread.ask(() -> node("#tasks").lookupAll(".status-cell").stream()
                .filter(Node::isVisible)
                .flatMap(cell -> cell.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private Bounds inScene(String selector) {
        return FxThread.ask(() -> node(selector).localToScene(node(selector).getLayoutBounds()));
    }
}
