package taskglass.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.Snapshot;
import taskglass.ui.detail.output.RowText;

/** What stands where in the details pane of the real window. */
class DetailsLayoutTest extends DetailsOverDemo {
    @Test
    void theReasonForAStatusSpansThePane() {
        select("Port the parser to records");
        layOut();
        Bounds pane = inScene(".facts");
        assertThat(inScene(".fact-why").getMinX()).isEqualTo(pane.getMinX());
        assertThat(inScene(".fact-why").getMaxX()).isEqualTo(pane.getMaxX());
    }

    @Test
    void theIconButtonsShareNoRowWithText() {
        select("Port the parser to records");
        layOut();
        Bounds icons = inScene("#copy");
        assertThat(inScene("#detail-name").getMaxY()).isLessThanOrEqualTo(icons.getMinY());
        assertThat(inScene(".facts").getMinY()).isGreaterThanOrEqualTo(icons.getMaxY());
    }

    @Test
    void theLineOfACallShowsTheNameOfItsFile() {
        select("Port the parser to records");
        FxThread.until("its output is there", () -> last().contains("Parser.java"));
        layOut();
        assertThat(FxThread.ask(() -> node("#output").lookupAll(".call-title > .text").stream()
                        .map(text -> ((Text) text).getText())
                        .toList()))
                .anyMatch(title -> title.startsWith("…") && title.endsWith("/Parser.java"));
    }

    @Test
    void aFailedRunShowsTheWordsOfTheServerAtTheEndOfItsOutput() {
        select("Translate the error pages");
        FxThread.until("they are there", () -> last().endsWith("Go to Plans & Billing to buy credits."));
        layOut();
        Snapshot.of(stage.getScene(), "details-failed");
        assertThat(FxThread.<Node>ask(() -> node(".output .failure"))).isNotNull();
    }

    @Test
    void theErrorStandsAboveThePrompt() {
        select("Translate the error pages");
        tab("prompt");
        FxThread.until("the error is read", () -> node("#raw-error").isVisible());
        layOut();
        Snapshot.of(stage.getScene(), "details-prompt");
        assertThat(inScene("#raw-error").getMaxY())
                .isLessThanOrEqualTo(inScene("#prompt-text").getMinY());
    }

    private String last() {
        return ((ListView<?>) node("#output"))
                .getItems().stream().map(RowText::of).reduce("", (before, after) -> after);
    }

    private Bounds inScene(String selector) {
        return FxThread.ask(() -> node(selector).localToScene(node(selector).getLayoutBounds()));
    }
}
