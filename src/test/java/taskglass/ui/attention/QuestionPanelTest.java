package taskglass.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.task.request.RequestContent.Condition;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.task.request.RequestContent.Questions;

/** Which questions of a form are asked, one after another, and what is answered at the last. */
class QuestionPanelTest {
    private static final Questions FORM = new Questions(List.of(
            asking("Kind", List.of()),
            asking("Branch", List.of(new Condition(0, true, "Yes"))),
            asking("Notes", List.of(new Condition(0, true, "No")))));

    private final List<List<List<String>>> answered = new ArrayList<>();
    private final QuestionPanel panel = FxThread.ask(() -> {
        QuestionPanel made = new QuestionPanel(FORM, new QuestionPanel.Ways(answered::add, () -> {}, () -> {}));
        new Scene((Parent) made.node());
        return made;
    });

    private static Inquiry asking(String heading, List<Condition> conditions) {
        List<Option> options = List.of(new Option("Yes", ""), new Option("No", ""));
        return new Inquiry(heading, heading + "?", options, false, false, conditions);
    }

    @Test
    void aQuestionWhoseConditionDoesNotHoldIsPassedOverAndAnsweredWithNothing() {
        press(2, 1);
        assertThat(answered).containsExactly(List.of(List.of("No"), List.of(), List.of("Yes")));
    }

    @Test
    void theQuestionIsAskedWhoseConditionHolds() {
        press(1);
        assertThat(heading()).isEqualTo("Branch · question 2 of 2");
    }

    @Test
    void whatWasChosenInAQuestionThatIsNoLongerAskedIsNoAnswer() {
        press(1);
        FxThread.ask(() -> panel.digit(1));
        FxThread.ask(() -> {
            panel.back();
            return true;
        });
        press(2, 2);
        assertThat(answered).containsExactly(List.of(List.of("No"), List.of(), List.of("No")));
    }

    /** Chooses by number, and goes on. */
    private void press(int... digits) {
        for (int digit : digits) {
            FxThread.ask(() -> {
                panel.digit(digit);
                panel.confirm();
                return true;
            });
        }
    }

    private String heading() {
        return FxThread.ask(() -> ((Label) panel.node().lookup(".attention-heading")).getText());
    }
}
