package taskglass.ui.attention;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import taskglass.task.request.RequestContent.Always;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/** Says what "always" would allow, before the user confirms it. */
final class AlwaysPanel implements Panel {
    private static final String ANYTHING = "*";

    private final VBox node = new VBox();
    private final Button allow = Buttons.of("attention.always.yes", Buttons.ENTER, "success");
    private final Runnable allowed;

    /** @param topic the permission's name, for "anything of this kind" */
    AlwaysPanel(String topic, Always always, Runnable allowed, Runnable back) {
        this.allowed = allowed;
        Button leave = Buttons.of("attention.back", Buttons.ESCAPE, "");
        allow.setOnAction(e -> confirm());
        leave.setOnAction(e -> back.run());
        Label says = new Label(Texts.of(always.stored() ? "attention.always.stored" : "attention.always.says"));
        says.setWrapText(true);
        node.getStyleClass().add("attention-panel");
        node.getChildren().addAll(says, list(topic, always.patterns()), Buttons.row(leave, allow));
    }

    private static Node list(String topic, List<String> patterns) {
        VBox list = new VBox();
        list.setFillWidth(false);
        list.getStyleClass().add("attention-patterns");
        boolean anything = patterns.isEmpty() || patterns.contains(ANYTHING);
        for (String pattern : anything ? List.of(ANYTHING) : patterns) {
            String words = VisibleText.line(anything ? Texts.of("attention.always.anything", topic) : pattern);
            Label label = new Label(words);
            label.setWrapText(true);
            label.getStyleClass().add(anything ? "attention-anything" : "attention-subject");
            list.getChildren().add(label);
        }
        return new ReadingBox(list);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        allow.requestFocus();
    }

    @Override
    public void confirm() {
        allowed.run();
    }

    @Override
    public boolean digit(int digit) {
        // Enter or Escape only: to give another answer than the current one, the user needs the mouse.
        return true;
    }
}
