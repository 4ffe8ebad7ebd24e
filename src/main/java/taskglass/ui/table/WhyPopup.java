package taskglass.ui.table;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.AgentTask;
import taskglass.ui.frame.StatusLook;

/** Tells under a row why its task has its status: the word, and the facts, a sentence each. */
final class WhyPopup {
    private static final double WIDTH = 380;

    private final Function<AgentTask, List<String>> why;
    private final VBox facts = new VBox();
    private final Popup popup = new Popup();

    WhyPopup(Function<AgentTask, List<String>> why) {
        this.why = why;
        facts.getStyleClass().add("why");
        facts.setPrefWidth(WIDTH);
        popup.getContent().add(facts);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    void show(Node row, AgentTask task) {
        StatusLook look = StatusLook.of(task);
        Label status = new Label(look.word(), new FontIcon(look.icon()));
        status.getStyleClass().addAll("status-cell", "why-status");
        look.tone().dye(status);
        facts.getChildren().setAll(status);
        why.apply(task).forEach(sentence -> facts.getChildren().add(fact(sentence)));
        facts.setAccessibleText(String.join(" ", why.apply(task)));
        Bounds place = row.localToScreen(row.getBoundsInLocal());
        popup.show(row, place.getMinX(), place.getMaxY());
    }

    private static Label fact(String sentence) {
        Label fact = new Label(sentence);
        fact.setWrapText(true);
        fact.setMinHeight(Label.USE_PREF_SIZE);
        return fact;
    }
}
