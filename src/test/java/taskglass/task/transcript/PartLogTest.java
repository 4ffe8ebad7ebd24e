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
        apply(changed(text("", OPEN)), new PartUpdate.Grew(PLACE, "one "), new PartUpdate.Grew(PLACE, "two"));
        assertThat(text()).isEqualTo("one two");
    }

    @Test
    void aReadingThatHasAnOpenTextAsItBeganKeepsWhatWasReceived() {
        apply(changed(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"), changed(text("", OPEN)));
        assertThat(text()).isEqualTo("one");
    }

    @Test
    void theEndOfATextReplacesItsPieces() {
        apply(new PartUpdate.Grew(PLACE, "ne two"), changed(text("one two", OVER)));
        assertThat(text()).isEqualTo("one two");
    }

    @Test
    void aPieceThatComesAfterTheEndChangesNothing() {
        apply(changed(text("one two", OVER)), new PartUpdate.Grew(PLACE, " two"));
        assertThat(text()).isEqualTo("one two");
    }

    @Test
    void aTextOfWhichTheBeginningWasNotReceivedSaysSo() {
        apply(new PartUpdate.Grew(PLACE, "the rest"));
        assertThat(((Text) log.find(PLACE).orElseThrow()).whole()).isFalse();
    }

    @Test
    void aTextThatAPageHadBeforeItsBeginningWasReceivedIsWhole() {
        apply(changed(new Text(PLACE, false, ClippedText.of(""), OPEN, false)), changed(text("", OPEN)));
        assertThat(((Text) log.find(PLACE).orElseThrow()).whole()).isTrue();
    }

    @Test
    void aCallThatIsOverDoesNotRunAgain() {
        apply(changed(call(ToolCall.State.COMPLETED)), changed(call(ToolCall.State.RUNNING)));
        assertThat(((Call) log.find(PLACE).orElseThrow()).state()).isEqualTo(ToolCall.State.COMPLETED);
    }

    @Test
    void onlyWhatDiffersIsTouched() {
        apply(changed(text("one", OVER)));
        assertThat(log.apply(List.of(changed(text("one", OVER))))).isEmpty();
    }

    @Test
    void aRemovedMessageTakesItsPartsAlong() {
        apply(changed(text("one", OVER)), new PartUpdate.Gone("msg_1", Optional.empty()));
        assertThat(log.parts()).isEmpty();
    }

    @Test
    void ofAPartOf10MegabytesTheBeginningIsKeptAndTheLengthReported() {
        apply(changed(text("x".repeat(10_000_000), OVER)));
        ClippedText clippedText = ((Text) log.find(PLACE).orElseThrow()).text();
        assertThat(clippedText.text()).hasSize(ClippedText.MOST);
        assertThat(clippedText.length()).isEqualTo(10_000_000);
        assertThat(clippedText.cut()).isTrue();
    }

    @Test
    void aTextThatGrowsBeyondTheBoundCountsOnAndIsCut() {
        apply(changed(text("", OPEN)));
        for (int i = 0; i < 300; i++) {
            apply(new PartUpdate.Grew(PLACE, "x".repeat(1024)));
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
            small.apply(List.of(changed(new Text(place, false, ClippedText.of("x".repeat(800)), OVER, true))));
        }
        assertThat(small.parts()).hasSize(10);
        assertThat(small.parts().iterator().next().place().message()).isEqualTo("msg_190");
        assertThat(small.full()).isTrue();
    }

    @Test
    void aStreamThatStopsMarksTheTextThatIsBeingWritten() {
        apply(changed(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        assertThat(log.interrupted()).containsExactly(PLACE);
        assertThat(text()).isEqualTo("one … ");
    }

    @Test
    void aStreamThatIsLostAgainAndAgainLeavesOneMark() {
        apply(changed(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        log.interrupted();
        apply(new PartUpdate.Grew(PLACE, "three"));
        assertThat(log.interrupted()).isEmpty();
        assertThat(text()).isEqualTo("one … three");
    }

    @Test
    void aPromptIsNotMarkedForNobodyGoesOnWritingIt() {
        apply(
                new PartUpdate.Turned(new Turn("msg_1", true, Instant.EPOCH, Optional.empty(), Optional.empty(), 0)),
                changed(text("Fix the build", Span.UNKNOWN)));
        assertThat(log.interrupted()).isEmpty();
        assertThat(text()).isEqualTo("Fix the build");
    }

    @Test
    void theMarkIsGoneWhenTheTextHasBeenReadAnewThoughItIsStillBeingWritten() {
        apply(changed(text("", OPEN)), new PartUpdate.Grew(PLACE, "one"));
        log.interrupted();
        apply(changed(text("one t", OPEN)));
        assertThat(text()).isEqualTo("one t");
    }

    private void apply(PartUpdate... updates) {
        log.apply(List.of(updates));
    }

    private String text() {
        return ((Text) log.find(PLACE).orElseThrow()).text().text();
    }

    private static PartUpdate changed(Part part) {
        return new PartUpdate.Changed(part);
    }

    private static Text text(String text, Span span) {
        return new Text(PLACE, false, ClippedText.of(text), span, true);
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
