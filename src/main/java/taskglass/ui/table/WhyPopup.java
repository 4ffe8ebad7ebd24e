package taskglass.ui.table;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.javafx.FontIcon;
import taskglass.task.TaskKey;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;
import taskglass.ui.frame.StatusStyle;

/** The popup below a row that explains its task's status: the status word and the facts, one sentence each. */
final class WhyPopup {
    private static final double WIDTH = 380;

    private final Function<AgentTask, List<String>> why;
    private final VBox facts = new VBox();
    private final Popup popup = new Popup();
    private TaskKey shown;
    private String shownStatus = "";

    WhyPopup(Function<AgentTask, List<String>> why) {
        this.why = why;
        facts.getStyleClass().add("why");
        facts.setPrefWidth(WIDTH);
        popup.getContent().add(facts);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    void show(Node row, AgentTask task) {
        shown = task.key();
        describe(task);
        Bounds place = row.localToScreen(row.getBoundsInLocal());
        popup.show(row, place.getMinX(), place.getMaxY());
    }

    /** Shows the current facts while open. Closes if the task is gone. */
    void follow(TaskStore store) {
        if (popup.isShowing()) {
            store.find(shown).ifPresentOrElse(this::describe, popup::hide);
        }
    }

    private void describe(AgentTask task) {
        List<String> sentences = why.apply(task);
        String word = StatusStyle.of(task).word();
        String all = String.join(" ", sentences);
        if (!all.equals(facts.getAccessibleText()) || !word.equals(shownStatus)) {
            shownStatus = word;
            facts.getChildren().setAll(status(StatusStyle.of(task)));
            sentences.forEach(sentence -> facts.getChildren().add(fact(sentence)));
            facts.setAccessibleText(all);
        }
    }

    private static Label status(StatusStyle look) {
        Label status = new Label(look.word(), new FontIcon(look.icon()));
        status.getStyleClass().addAll("status-cell", "why-status");
        look.tone().applyTo(status);
        return status;
    }

    private static Label fact(String sentence) {
        Label fact = new Label(sentence);
        fact.setWrapText(true);
        fact.setMinHeight(Label.USE_PREF_SIZE);
        return fact;
    }
}
