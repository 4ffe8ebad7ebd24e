package taskglass.ui.attention;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import taskglass.task.Asking.Inquiry;
import taskglass.words.VisibleText;
import taskglass.words.Words;

/** The questions of one request, one after another. All are answered together, with the last one. */
final class QuestionPanel implements Panel {
    /** The callbacks for the user's decisions: answer, dismiss, or open the task. */
    record Ways(Consumer<List<List<String>>> answer, Runnable dismiss, Runnable openTask) {}

    private final List<Inquiry> inquiries;
    private final List<InquiryForm> forms;
    private final Ways ways;
    private final Label heading = new Label();
    private final StackPane place = new StackPane();
    private final Button back = new Button(Words.of("attention.question.back"));
    private final Button next = Buttons.of("attention.question.next", Buttons.ENTER, "success");
    private final Button answer = Buttons.of("attention.question.answer", Buttons.ENTER, "success");
    private final VBox node;
    private int shown;

    QuestionPanel(List<Inquiry> inquiries, Ways ways) {
        this.inquiries = inquiries;
        this.ways = ways;
        forms = inquiries.stream().map(InquiryForm::new).toList();
        heading.getStyleClass().add("attention-heading");
        node = new VBox(heading, place, buttons());
        node.getStyleClass().add("attention-panel");
        show(0);
    }

    private HBox buttons() {
        Button dismiss = new Button(Words.of("attention.dismiss"));
        dismiss.getStyleClass().add("danger-text");
        Button open = new Button(Words.of("attention.open"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        dismiss.setOnAction(e -> ways.dismiss().run());
        open.setOnAction(e -> ways.openTask().run());
        back.setOnAction(e -> turn(-1));
        next.setOnAction(e -> confirm());
        answer.setOnAction(e -> confirm());
        HBox row = new HBox(back, gap, open, dismiss, next, answer);
        row.getStyleClass().add("dialog-buttons");
        List.of(back, next, answer).forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        return row;
    }

    private void turn(int by) {
        // Removing a node with the focus would move the focus to something else in the window.
        place.requestFocus();
        show(shown + by);
        focus();
    }

    private void show(int index) {
        shown = index;
        Inquiry inquiry = inquiries.get(index);
        heading.setText(
                inquiries.size() == 1
                        ? VisibleText.line(inquiry.heading())
                        : Words.of(
                                "attention.question.place",
                                VisibleText.line(inquiry.heading()),
                                index + 1,
                                inquiries.size()));
        place.getChildren().setAll(forms.get(index).node());
        back.setVisible(index > 0);
        next.setVisible(!last());
        answer.setVisible(last());
        for (Button button : List.of(next, answer)) {
            button.disableProperty().bind(forms.get(index).answeredProperty().not());
        }
    }

    private boolean last() {
        return shown == inquiries.size() - 1;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void focus() {
        // A form that has never been shown is in a scroll pane without a skin and so has no place in the scene.
        node.applyCss();
        forms.get(shown).focus();
    }

    @Override
    public boolean digit(int digit) {
        forms.get(shown).digit(digit);
        return true;
    }

    /** Does nothing until something is chosen. */
    @Override
    public void confirm() {
        if (!forms.get(shown).answeredProperty().get()) {
            return;
        }
        if (last()) {
            ways.answer()
                    .accept(IntStream.range(0, forms.size())
                            .mapToObj(i -> forms.get(i).labels())
                            .toList());
        } else {
            turn(1);
        }
    }
}
