package taskglass.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import javafx.event.Event;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.FxThread;
import taskglass.lab.NeedsOpenCode;
import taskglass.task.TaskStatus;

/** The strip over a real server: what waits, in which order, and how it is answered by keyboard alone. */
@NeedsOpenCode
class AttentionTest extends AttentionOverServer {
    private Path directory;

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = server().newDirectory("strip-" + UUID.randomUUID());
    }

    @Test
    void thereIsNoStripAndNoNumberWhileNothingWaits() {
        rig.awaitListing();
        awaitNoStrip();
        assertThat(FxThread.ask(() -> node("#bars").getBoundsInParent().getHeight()))
                .isZero();
        assertThat(title()).isEqualTo("Taskglass");
    }

    @Test
    void theWindowsTitleTellsHowManyWait() {
        ask("First", "steps=1 tool=write");
        ask("Second", "steps=1 tool=write");
        FxThread.until("two wait", () -> stage.getTitle().equals("(2) Taskglass"));
    }

    @Test
    void theOldestIsShownFirstAndStaysWhenAnotherComes() {
        ask("Oldest", "steps=1 tool=write");
        awaitStrip("Oldest wants to edit out-0.txt");
        ask("Middle", "steps=1 tool=webfetch");
        awaitStrip("1 of 2");
        ask("Newest", "steps=1 tool=question");
        awaitStrip("1 of 3");
        assertThat(strip()).startsWith("Oldest");
        enterStrip();
        push(KeyCode.RIGHT);
        awaitStrip("Middle wants to fetch http://127.0.0.1:9/");
        push(KeyCode.RIGHT);
        awaitStrip("Newest asks: Which colour?");
        push(KeyCode.RIGHT);
        awaitStrip("Oldest");
        push(KeyCode.LEFT);
        awaitStrip("3 of 3");
    }

    @Test
    void aKeyOutsideTheStripAnswersNothing() {
        String session = ask("Not by accident", "steps=1 tool=write");
        awaitAnswerable();
        interact(() -> node("#tasks").requestFocus());
        push(KeyCode.DIGIT1);
        push(KeyCode.ENTER);
        rig.awaitListing();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
    }

    @Test
    void enterAloneAllowsNothing() {
        String session = ask("Enter is not yes", "steps=1 tool=write");
        awaitStrip("Enter is not yes");
        enterStrip();
        push(KeyCode.ENTER);
        rig.awaitListing();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
    }

    @Test
    void aSecondPressMeantForTheFirstRequestDoesNotAllowTheNext() {
        String session = ask("Twice", "steps=2 tool=write");
        awaitStrip("out-0.txt");
        enterStrip();
        // The very moment that the next one stands there, however slow the machine is.
        interact(() -> node("#attention").accessibleTextProperty().addListener((source, was, is) -> {
            if (is.contains("out-1.txt")) {
                Event.fireEvent(
                        node("#attention"),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "1", "1", KeyCode.DIGIT1, false, false, false, false));
            }
        }));
        push(KeyCode.DIGIT1);
        awaitStrip("out-1.txt");
        rig.awaitListing();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
        assertThat(directory.resolve("out-1.txt")).doesNotExist();
    }

    @Test
    void theChangeIsShownLineByLine() {
        ask("Look closely", "steps=1 tool=write");
        awaitStrip("Look closely");
        enterStrip();
        push(KeyCode.SPACE);
        FxThread.until("the new line is shown", () -> stripTexts().contains("+line"));
        push(KeyCode.SPACE);
        FxThread.until("it is folded", () -> node(".attention-diff") == null);
    }

    @Test
    void alwaysSaysWhatItAllowsBeforeItDoes() {
        String session = ask("Always", "steps=2 tool=write");
        awaitStrip("Always");
        enterStrip();
        push(KeyCode.DIGIT2);
        FxThread.until("it says so", () -> stripTexts().contains("everything that needs the permission “edit”"));
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
        push(KeyCode.ENTER);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
    }

    @Test
    void aRejectionWithAMessageIsTypedAndSentByKeyboard() {
        String session = ask("Reject", "steps=1 tool=write");
        awaitStrip("Reject");
        enterStrip();
        push(KeyCode.DIGIT3);
        typeInto("use 3 tables");
        push(KeyCode.ENTER);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(tool(session).at("/state/error").asText()).contains("use 3 tables");
    }

    @Test
    void whileARejectionIsBeingWrittenNoDigitAllowsAnything() {
        String session = ask("Undecided", "steps=1 tool=write");
        awaitStrip("Undecided");
        enterStrip();
        push(KeyCode.DIGIT3);
        interact(() -> node("#attention-show").requestFocus());
        push(KeyCode.DIGIT1);
        rig.awaitListing();
        assertThat(rig.task(session).status()).isEqualTo(TaskStatus.NEEDS_YOU);
    }

    @Test
    void severalQuestionsAreAnsweredOneAfterAnotherWithTicksAndOwnWords() {
        String session = ask("Questions", "steps=1 tool=question ask=several");
        awaitStrip("Questions asks: Which format should the pages use?");
        enterStrip();
        push(KeyCode.DIGIT2);
        push(KeyCode.ENTER);
        FxThread.until("the second is shown", () -> stripTexts().contains("Pages · question 2 of 3"));
        push(KeyCode.DIGIT1);
        push(KeyCode.DIGIT3);
        push(KeyCode.DIGIT1);
        push(KeyCode.DIGIT2);
        push(KeyCode.ENTER);
        FxThread.until("the third is shown", () -> stripTexts().contains("Glossary · question 3 of 3"));
        push(KeyCode.DIGIT2);
        typeInto("Wörterbuch");
        push(KeyCode.ENTER);
        rig.awaitStatus(session, TaskStatus.COMPLETED);
        assertThat(tool(session).at("/state/metadata/answers"))
                .hasToString("[[\"2026-11-22\"],[\"manual\",\"notes\"],[\"Wörterbuch\"]]");
    }

    @Test
    void aDismissedQuestionLeavesTheStrip() {
        String session = ask("Dismiss", "steps=1 tool=question");
        awaitStrip("Dismiss");
        awaitAnswerable();
        interact(() -> stripButton("#attention-dismiss").fire());
        awaitNoStrip();
        assertThat(rig.task(session).attention()).isEmpty();
    }

    @Test
    void whatIsAnsweredElsewhereGoesAwayByItself() {
        ask("Elsewhere", "steps=1 tool=write");
        awaitStrip("Elsewhere");
        enterStrip();
        String request = server().get("/permission" + in(directory)).at("/0/id").asText();
        server().post("/permission/" + request + "/reply" + in(directory), json("reply", "once"));
        awaitNoStrip();
        awaitFocus("tasks");
    }

    @Test
    void escapeGivesTheKeyboardBackToTheTable() {
        ask("Leave", "steps=1 tool=write");
        awaitStrip("Leave");
        enterStrip();
        push(KeyCode.ESCAPE);
        awaitFocus("tasks");
    }

    @Test
    void theTasksNameLeadsToItsRow() {
        ask("Find me", "steps=1 tool=write");
        awaitStrip("Find me");
        interact(() -> ((Hyperlink) node("#attention-name")).fire());
        awaitSelected("Find me");
    }

    /** A session in a directory of this test's own that asks something; returns when the book knows. */
    private String ask(String title, String script) {
        String session = create(title, directory);
        prompt(session, directory, script);
        rig.awaitStatus(session, TaskStatus.NEEDS_YOU);
        return session;
    }

    private void typeInto(String words) {
        FxThread.until("there is a text to type", () -> {
            boolean there = stage.getScene().getFocusOwner() instanceof TextInputControl;
            if (there) {
                ((TextInputControl) stage.getScene().getFocusOwner()).setText(words);
            }
            return there;
        });
    }

    private String title() {
        return FxThread.ask(stage::getTitle);
    }

    private JsonNode tool(String session) {
        return server().messages(session, directory).findParents("callID").getFirst();
    }
}
