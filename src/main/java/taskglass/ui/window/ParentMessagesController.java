package taskglass.ui.window;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import taskglass.engine.Engine;
import taskglass.task.TaskKey;
import taskglass.task.request.ParentMessage;
import taskglass.text.TaskNames;
import taskglass.text.Texts;
import taskglass.text.VisibleText;
import taskglass.ui.frame.Fxml;

/**
 * The dialog of messages that are waiting for their parents, grouped by parent, with the reason. Each parent's messages
 * can be cleared.
 */
final class ParentMessagesController {
    private final Engine engine;
    private final Parent root;

    @FXML
    private Pane parents;

    @FXML
    private Node empty;

    ParentMessagesController(Engine engine) {
        this.engine = engine;
        root = Fxml.load("pending", this);
        refresh();
    }

    Parent root() {
        return root;
    }

    /** Shows the messages that are waiting now. */
    void refresh() {
        Map<TaskKey, List<ParentMessage>> byParent = engine.parentMessages().pending().stream()
                .collect(Collectors.groupingBy(ParentMessage::parent, LinkedHashMap::new, Collectors.toList()));
        parents.getChildren().clear();
        byParent.forEach((parent, messages) -> parents.getChildren().add(card(parent, messages)));
        empty.setVisible(byParent.isEmpty());
        empty.setManaged(byParent.isEmpty());
    }

    private Node card(TaskKey parent, List<ParentMessage> messages) {
        String called = engine.store().find(parent).map(TaskNames::of).orElseGet(parent::session);
        Label name = styled(called, "pending-parent");
        HBox.setHgrow(name, Priority.ALWAYS);
        Button clear = new Button(Texts.of("pending.clear"));
        clear.setAccessibleText(Texts.of("pending.clear.accessible", called));
        clear.setOnAction(e -> engine.parentMessages().clear(parent));
        clear.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(name, clear);
        head.getStyleClass().add("pending-head");
        VBox card = new VBox(head);
        card.getStyleClass().add("pending-card");
        messages.forEach(message -> card.getChildren().add(line(message)));
        return card;
    }

    private static Node line(ParentMessage message) {
        String first = message.text().lines().findFirst().map(VisibleText::line).orElse("");
        VBox line = new VBox(
                styled(first, "pending-text"), styled(Texts.of("pending.waits." + message.waitsFor()), "pending-why"));
        line.getStyleClass().add("pending-line");
        return line;
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    @FXML
    void close() {
        root.getScene().getWindow().hide();
    }
}
