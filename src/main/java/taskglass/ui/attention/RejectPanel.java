package taskglass.ui.attention;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import taskglass.text.Texts;

/** Offers to send the agent a message when its request is rejected. The message is optional. */
final class RejectPanel implements Panel {
    private final VBox node = new VBox();
    private final TextField message = new TextField();
    private final Consumer<String> rejected;

    RejectPanel(Consumer<String> rejected, Runnable back) {
        this.rejected = rejected;
        Button reject = Buttons.of("attention.reject.yes", Buttons.ENTER, "danger");
        Button leave = Buttons.of("attention.back", Buttons.ESCAPE, "");
        reject.setOnAction(e -> confirm());
        leave.setOnAction(e -> back.run());
        message.setPromptText(Texts.of("attention.reject.prompt"));
        message.setAccessibleText(Texts.of("attention.reject.prompt"));
        message.setId("reject-message");
        Label says = new Label(Texts.of("attention.reject.says"));
        says.setWrapText(true);
        says.getStyleClass().add("attention-note");
        node.getStyleClass().add("attention-panel");
        node.getChildren().addAll(message, says, Buttons.row(leave, reject));
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        message.requestFocus();
    }

    @Override
    public void confirm() {
        rejected.accept(message.getText().strip());
    }

    @Override
    public boolean digit(int digit) {
        // Digits are typed here. If the focus is not in the text field, they must not answer the request instead.
        return true;
    }
}
