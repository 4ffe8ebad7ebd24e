package taskglass.task.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import taskglass.task.ToolCall;
import taskglass.task.transcript.Part.Call;
import taskglass.task.transcript.Part.Content;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.Part.Text;

/** The parts of one session: nothing that is told late or twice undoes what is known, and memory is bounded. */
class PartLogTest {
    private static final Place PLACE = new Place("msg_1", "prt_1");
    private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");
    private static final Span OPEN = new Span(Optional.of(THEN), Optional.empty());
    private static final Span OVER = new Span(Optional.of(THEN), Optional.of(THEN.plusSeconds(1)));

    private final PartLog log = new PartLog();

    @Test
    void piecesMakeAText() {
        take(told(text("", OPEN)), new PartUpdate.Grew(PLACE, "one "), new PartUpdate.Grew(PLACE, "two"));
        assertThat(words()).isEqualTo("one two");
    }

    @Test
    void aReadingThatHasAnOpenTextAsItBeganKeepsWhatWasHeard() {
        take(told(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"), told(text("", OPEN)));
        assertThat(words()).isEqualTo("one");
    }

    @Test
    void theEndOfATextReplacesItsPieces() {
        take(new PartUpdate.Grew(PLACE, "ne two"), told(text("one two", OVER)));
        assertThat(words()).isEqualTo("one two");
    }

    @Test
    void aPieceThatComesAfterTheEndChangesNothing() {
        take(told(text("one two", OVER)), new PartUpdate.Grew(PLACE, " two"));
        assertThat(words()).isEqualTo("one two");
    }

    @Test
    void aTextOfWhichTheBeginningWasNotHeardSaysSo() {
        take(new PartUpdate.Grew(PLACE, "the rest"));
        assertThat(((Text) log.find(PLACE).orElseThrow()).whole()).isFalse();
    }

    @Test
    void aTextThatAPageHadBeforeItsBeginningWasHeardIsWhole() {
        take(told(new Text(PLACE, false, ClippedText.of(""), OPEN, false)), told(text("", OPEN)));
        assertThat(((Text) log.find(PLACE).orElseThrow()).whole()).isTrue();
    }

    @Test
    void aCallThatIsOverDoesNotRunAgain() {
        take(told(call(ToolCall.State.COMPLETED)), told(call(ToolCall.State.RUNNING)));
        assertThat(((Call) log.find(PLACE).orElseThrow()).state()).isEqualTo(ToolCall.State.COMPLETED);
    }

    @Test
    void onlyWhatDiffersIsTouched() {
        take(told(text("one", OVER)));
        assertThat(log.apply(List.of(told(text("one", OVER))))).isEmpty();
    }

    @Test
    void aRemovedMessageTakesItsPartsAlong() {
        take(told(text("one", OVER)), new PartUpdate.Gone("msg_1", Optional.empty()));
        assertThat(log.parts()).isEmpty();
    }

    @Test
    void ofAPartOf10MegabytesTheBeginningIsKeptAndTheLengthTold() {
        take(told(text("x".repeat(10_000_000), OVER)));
        ClippedText clippedText = ((Text) log.find(PLACE).orElseThrow()).text();
        assertThat(clippedText.text()).hasSize(ClippedText.MOST);
        assertThat(clippedText.length()).isEqualTo(10_000_000);
        assertThat(clippedText.cut()).isTrue();
    }

    @Test
    void aTextThatGrowsBeyondTheBoundCountsOnAndIsCut() {
        take(told(text("", OPEN)));
        for (int i = 0; i < 300; i++) {
            take(new PartUpdate.Grew(PLACE, "x".repeat(1024)));
        }
        ClippedText clippedText = ((Text) log.find(PLACE).orElseThrow()).text();
        assertThat(clippedText.text()).hasSize(ClippedText.MOST);
        assertThat(clippedText.length()).isEqualTo(300 * 1024);
    }

    @Test
    void ofATranscriptThatIsTooLongTheOldestPartsGo() {
        PartLog small = new PartLog(10_000);
        for (int i = 0; i < 100; i++) {
            Place place = new Place("msg_" + (100 + i), "prt_" + i);
            small.apply(List.of(told(new Text(place, false, ClippedText.of("x".repeat(800)), OVER, true))));
        }
        assertThat(small.parts()).hasSize(10);
        assertThat(small.parts().iterator().next().place().message()).isEqualTo("msg_190");
        assertThat(small.full()).isTrue();
    }

    @Test
    void aStreamThatStopsMarksTheTextThatIsBeingWritten() {
        take(told(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        assertThat(log.interrupted()).containsExactly(PLACE);
        assertThat(words()).isEqualTo("one … ");
    }

    @Test
    void aStreamThatIsLostAgainAndAgainLeavesOneMark() {
        take(told(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        log.interrupted();
        take(new PartUpdate.Grew(PLACE, "three"));
        assertThat(log.interrupted()).isEmpty();
        assertThat(words()).isEqualTo("one … three");
    }

    @Test
    void aPromptIsNotMarkedForNobodyGoesOnWritingIt() {
        take(
                new PartUpdate.Turned(new Turn("msg_1", true, Instant.EPOCH, Optional.empty(), Optional.empty(), 0)),
                told(text("Fix the build", Span.UNKNOWN)));
        assertThat(log.interrupted()).isEmpty();
        assertThat(words()).isEqualTo("Fix the build");
    }

    @Test
    void theMarkIsGoneWhenTheTextHasBeenReadAnewThoughItIsStillBeingWritten() {
        take(told(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        log.interrupted();
        take(told(text("one t", OPEN)));
        assertThat(words()).isEqualTo("one t");
    }

    private void take(PartUpdate... news) {
        log.apply(List.of(news));
    }

    private String words() {
        return ((Text) log.find(PLACE).orElseThrow()).text().text();
    }

    private static PartUpdate told(Part part) {
        return new PartUpdate.Changed(part);
    }

    private static Text text(String words, Span span) {
        return new Text(PLACE, false, ClippedText.of(words), span, true);
    }

    private static Call call(ToolCall.State state) {
        return new Call(
                PLACE,
                "bash",
                state,
                OPEN,
                new Content("ls", ClippedText.EMPTY, ClippedText.EMPTY, OptionalInt.empty()));
    }
}
