package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import taskglass.shell.output.FormAnswers.Kind;
import taskglass.shell.output.FormAnswers.Typed;
import taskglass.task.request.RequestContent.Condition;
import taskglass.task.request.RequestContent.Inquiry;
import taskglass.task.request.RequestContent.Option;
import taskglass.task.request.RequestContent.Questions;

/** Which labels the options of a command line stand for, and what is said where they do not fit. */
class FormAnswersTest {
    private static final Inquiry FORMAT = new Inquiry(
            "Format", "Which format?", List.of(new Option("ISO", ""), new Option("German", "")), false, true);
    private static final Inquiry PAGES =
            new Inquiry("Pages", "Which pages?", List.of(new Option("home", ""), new Option("docs", "")), true, false);
    private static final Inquiry REASON =
            new Inquiry("Reason", "Why?", List.of(), false, true, List.of(new Condition(0, true, "German")));

    @Test
    void aNumberChoosesAnOfferedAnswer() {
        assertThat(answers(List.of(FORMAT), choose("2"))).containsExactly(List.of("German"));
    }

    @Test
    void aLabelChoosesTheSame() {
        assertThat(answers(List.of(FORMAT), choose("German"))).containsExactly(List.of("German"));
    }

    @Test
    void aTextOfOnesOwnIsTakenWhereTheQuestionTakesOne() {
        assertThat(answers(List.of(FORMAT), text("RFC 3339"))).containsExactly(List.of("RFC 3339"));
        assertThat(refusal(List.of(PAGES), text("blog"))).contains("takes no text of your own", "1 “home”");
    }

    @Test
    void severalAreChosenOnlyWhereSeveralMayBe() {
        assertThat(answers(List.of(PAGES), choose("1"), choose("2"))).containsExactly(List.of("home", "docs"));
        assertThat(refusal(List.of(FORMAT), choose("1"), choose("2")))
                .isEqualTo("Field 1 takes one answer, and got 2.");
    }

    @Test
    void aChoiceThatIsNotOfferedIsRefusedWithWhatIs() {
        assertThat(refusal(List.of(FORMAT), choose("3"))).contains("1 “ISO”, 2 “German”", "not “3”");
    }

    @Test
    void ofSeveralFieldsEachIsNamedBeforeItsAnswers() {
        assertThat(answers(List.of(FORMAT, PAGES), field("pages"), choose("2"), field("1"), choose("1")))
                .containsExactly(List.of("ISO"), List.of("docs"));
        assertThat(refusal(List.of(FORMAT, PAGES), choose("1"))).contains("--field NAME", "1 “Format”, 2 “Pages”");
    }

    @Test
    void anUnknownFieldIsRefusedWithThoseThatThereAre() {
        assertThat(refusal(List.of(FORMAT, PAGES), field("Colour"), choose("1")))
                .isEqualTo("No field is named “Colour”. Fields: 1 “Format”, 2 “Pages”.");
    }

    @Test
    void aFieldWithoutAnAnswerIsNamed() {
        assertThat(refusal(List.of(FORMAT, PAGES), field("Format"), choose("1")))
                .isEqualTo("Field “Pages” has no answer yet. Give one with --field 2 and --choose or --text.");
    }

    @Test
    void aFieldThatIsNotAskedForNeedsNoAnswerAndTakesNone() {
        assertThat(answers(List.of(FORMAT, REASON), field("1"), choose("1")))
                .containsExactly(List.of("ISO"), List.of());
        assertThat(refusal(List.of(FORMAT, REASON), field("1"), choose("1"), field("2"), text("because")))
                .isEqualTo("Field “Reason” is not asked for with these answers.");
        assertThat(answers(List.of(FORMAT, REASON), field("1"), choose("2"), field("2"), text("because")))
                .containsExactly(List.of("German"), List.of("because"));
    }

    @Test
    void whatAServerWroteMovesNoCursorInASentence() {
        Inquiry hostile = new Inquiry("\33[31mred", "", List.of(new Option("\33]0;x\7a", "")), false, false);
        assertThat(refusal(List.of(hostile, PAGES), field("x"))).doesNotContain("\33", "\7");
        assertThat(refusal(List.of(hostile), choose("9"))).doesNotContain("\33", "\7");
    }

    private static List<List<String>> answers(List<Inquiry> fields, Typed... typed) {
        return FormAnswers.of(new Questions(fields), Stream.of(typed).toList());
    }

    private static String refusal(List<Inquiry> fields, Typed... typed) {
        CannotAnswer refused = catchThrowableOfType(CannotAnswer.class, () -> answers(fields, typed));
        assertThat(refused.exit()).isEqualTo(ExitCode.USAGE);
        return refused.getMessage();
    }

    private static Typed field(String name) {
        return new Typed(Kind.FIELD, name);
    }

    private static Typed choose(String value) {
        return new Typed(Kind.CHOICE, value);
    }

    private static Typed text(String value) {
        return new Typed(Kind.TEXT, value);
    }
}
