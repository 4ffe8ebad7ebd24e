package taskglass.shell.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.task.transcript.ClippedText;
import taskglass.task.transcript.Part;
import taskglass.task.transcript.Part.Place;
import taskglass.task.transcript.Part.Span;
import taskglass.task.transcript.PartLog;
import taskglass.task.transcript.PartUpdate;
import taskglass.task.transcript.Turn;

/** The text of a run, as it grows. */
class RunTextTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final PartLog log = new PartLog();
    private final RunText text = new RunText("m3");

    @BeforeEach
    void prompts() {
        turn("m1", true);
        turn("m2", false);
        part("m2", "p1", "of the run before", false);
        turn("m3", true);
        part("m3", "p1", "the prompt", false);
        turn("m4", false);
    }

    @Test
    void onlyWhatTheAgentWroteSinceThePromptIsPartOfIt() {
        part("m4", "p1", "An answer.", false);
        log.apply(List.of(new PartUpdate.Changed(
                new Part.Text(new Place("m4", "p0"), true, ClippedText.of("reasoning"), Span.UNKNOWN, true))));
        assertThat(text.next(log, true)).isEqualTo("An answer.");
    }

    @Test
    void aGrowingTextComesInPiecesOfWholeWords() {
        part("m4", "p1", "Two wo", true);
        assertThat(text.next(log, false)).isEqualTo("Two");
        part("m4", "p1", "Two words and mo", true);
        assertThat(text.next(log, false)).isEqualTo(" words and");
        part("m4", "p1", "Two words and more\n", false);
        assertThat(text.next(log, false)).isEqualTo(" more");
        assertThat(text.next(log, true)).isEmpty();
    }

    @Test
    void anEmptyLineStandsBetweenTexts() {
        part("m4", "p1", "One.", false);
        part("m4", "p2", "Two.", false);
        assertThat(text.next(log, true)).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void aTextThatWasWrittenAnewIsPrintedAnew() {
        part("m4", "p1", "First version.", false);
        assertThat(text.next(log, false)).isEqualTo("First version.");
        part("m4", "p1", "Second version.", false);
        assertThat(text.next(log, true)).isEqualTo("\n\nSecond version.");
    }

    @Test
    void aTextThatWasJoinedInItsMiddleWaitsUntilItIsKnownFromItsBeginning() {
        part("m4", "p1", "Step 1.", false);
        log.apply(List.of(new PartUpdate.Grew(new Place("m4", "p2"), "end of it ")));
        part("m4", "p3", "After it.", false);
        assertThat(text.next(log, false)).isEqualTo("Step 1.");
        part("m4", "p2", "The beginning and the end of it", false);
        assertThat(text.next(log, false)).isEqualTo("\n\nThe beginning and the end of it\n\nAfter it.");
    }

    @Test
    void aTextThatLostAPieceWaitsUntilItIsKnownWhole() {
        part("m4", "p1", "One two three ", true);
        assertThat(text.next(log, false)).isEqualTo("One two three");
        log.interrupted();
        log.apply(List.of(new PartUpdate.Grew(new Place("m4", "p1"), "five ")));
        assertThat(text.next(log, false)).isEmpty();
        part("m4", "p1", "One two three four five", false);
        assertThat(text.next(log, false)).isEqualTo(" four five");
    }

    private void turn(String id, boolean prompt) {
        log.apply(List.of(new PartUpdate.Turned(new Turn(id, prompt, NOON, Optional.empty(), Optional.empty(), 0))));
    }

    private void part(String message, String part, String words, boolean open) {
        Span span = new Span(Optional.of(NOON), open ? Optional.empty() : Optional.of(NOON.plusSeconds(1)));
        log.apply(List.of(new PartUpdate.Changed(
                new Part.Text(new Place(message, part), false, ClippedText.of(words), span, true))));
    }
}
