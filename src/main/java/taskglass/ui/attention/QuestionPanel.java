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
import taskglass.task.request.RequestContent.Questions;
import taskglass.text.Texts;
import taskglass.text.VisibleText;

/**
 * The questions of one request, one after another. All are answered together, with the last one. Questions with a condition
 * appear and disappear with the answers before them.
 */
final class QuestionPanel implements Panel {
    /** The callbacks for the user's decisions: answer, dismiss, or open the task. */
    record Ways(Consumer<List<List<String>>> answer, Runnable dismiss, Runnable openTask) {}

    private final Questions questions;
    private final List<QuestionForm> forms;
    private final Ways ways;
    private final Label heading = new Label();
    private final StackPane place = new StackPane();
    private final Button back = new Button(Texts.of("attention.question.back"));
    private final Button next = Buttons.of("attention.question.next", Buttons.ENTER, "success");
    private final Button answer = Buttons.of("attention.question.answer", Buttons.ENTER, "success");
    private final VBox node;
    private int shown;

    QuestionPanel(Questions questions, Ways ways) {
        this.questions = questions;
        this.ways = ways;
        forms = questions.inquiries().stream().map(QuestionForm::new).toList();
        forms.forEach(form -> form.onChange(this::tellPlace));
        heading.getStyleClass().add("attention-heading");
        node = new VBox(heading, place, buttons());
        node.getStyleClass().add("attention-panel");
        show(0);
    }

    private HBox buttons() {
        Button dismiss = new Button(Texts.of("attention.dismiss"));
        dismiss.getStyleClass().add("danger-text");
        Button open = new Button(Texts.of("attention.open"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        dismiss.setOnAction(e -> ways.dismiss().run());
        open.setOnAction(e -> ways.openTask().run());
        back.setOnAction(e -> back());
        next.setOnAction(e -> confirm());
        answer.setOnAction(e -> confirm());
        HBox row = new HBox(back, gap, open, dismiss, next, answer);
        row.getStyleClass().add("dialog-buttons");
        List.of(back, next, answer).forEach(button -> button.managedProperty().bind(button.visibleProperty()));
        return row;
    }

    /** Goes back to the question before this one. */
    void back() {
        turn(before());
    }

    private void turn(IntStream where) {
        // Removing a node with the focus would move the focus to something else in the window.
        place.requestFocus();
        asked(where).findFirst().ifPresent(this::show);
        focus();
    }

    /** Those of them that are asked, with what has been chosen so far. */
    private IntStream asked(IntStream places) {
        List<List<String>> answers = answers();
        return places.filter(index -> questions.asks(index, answers));
    }

    private IntStream before() {
        return IntStream.range(0, shown).map(index -> shown - 1 - index);
    }

    private IntStream after() {
        return IntStream.range(shown + 1, forms.size());
    }

    private void show(int index) {
        shown = index;
        place.getChildren().setAll(forms.get(index).node());
        for (Button button : List.of(next, answer)) {
            button.disableProperty().bind(forms.get(index).answeredProperty().not());
        }
        tellPlace();
    }

    /** Says which of how many is shown, and what comes after it. */
    private void tellPlace() {
        String words = VisibleText.line(questions.inquiries().get(shown).heading());
        long all = asked(IntStream.range(0, forms.size())).count();
        long earlier = asked(before()).count();
        heading.setText(all == 1 ? words : Texts.of("attention.question.place", words, earlier + 1, all));
        back.setVisible(earlier > 0);
        next.setVisible(!last());
        answer.setVisible(last());
    }

    private boolean last() {
        return asked(after()).findAny().isEmpty();
    }

    private List<List<String>> answers() {
        return questions.asked(forms.stream().map(QuestionForm::labels).toList());
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
            ways.answer().accept(answers());
        } else {
            turn(after());
        }
    }
}
