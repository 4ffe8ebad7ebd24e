package taskglass.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import taskglass.task.Activity;
import taskglass.task.Story;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.run.Fact;
import taskglass.task.status.Listing.Sessions;
import taskglass.task.status.StatusReason;
import taskglass.task.store.Change;

/** The sentences that answer "why this status?". */
class StatusReasonTextTest {
    private final Story story = new Story();

    @BeforeEach
    void connected() {
        story.apply(new Change.StreamOpened(Story.SERVER));
        story.applyListing(story.asks(), new Sessions(List.of(), true), Map.of());
        story.created("a");
        story.prompted("a");
    }

    @ParameterizedTest
    @EnumSource
    void everyFactHasItsSentence(StatusReason.Statement statement) {
        String text = StatusReasonText.of(new StatusReason.Fact(statement, "detail", Instant.EPOCH), Instant.EPOCH);
        assertThat(text).endsWith(".");
    }

    @Test
    void aCompletedTaskTellsItsFinishAndWhoConfirmedIt() {
        story.completed("a");
        story.clock.move(Duration.ofSeconds(12));
        assertThat(why())
                .containsExactly(
                        "Its last message ended with “stop” 12s ago.", "Confirmed by the event stream just now.");
    }

    @Test
    void afterTheFirstMinuteAnAgeChangesWithTheMinuteOnly() {
        story.completed("a");
        story.clock.move(Duration.ofSeconds(61));
        List<String> before = why();
        story.clock.move(Duration.ofSeconds(58));
        assertThat(why())
                .isEqualTo(before)
                .containsExactly("Its last message ended with “stop” 1m ago.", "Confirmed by the event stream 1m ago.");
    }

    @Test
    void whatIsConfirmedAgainAndAgainIsNotReportedAgainInBetween() {
        story.completed("a");
        story.applyListing(story.asks(), new Sessions(List.of(), false), Map.of());
        List<String> before = confirmed();
        story.clock.move(Duration.ofSeconds(16));
        assertThat(confirmed()).isEqualTo(before);
    }

    private List<String> confirmed() {
        return why().stream().filter(fact -> fact.startsWith("Confirmed")).toList();
    }

    @Test
    void aFailedTaskTellsTheServersError() {
        story.failed("a", "overloaded");
        assertThat(why().getFirst()).isEqualTo("The server reported an error, and no message after it: overloaded.");
    }

    @Test
    void aRunningTaskTellsWhoSaysSo() {
        story.clock.move(Duration.ofMinutes(6));
        assertThat(why())
                .containsExactly(
                        "Its server reports that it works on it.",
                        "No activity for 6m 0s.",
                        "Confirmed by the event stream 6m ago.");
    }

    @Test
    void aTaskThatWaitsTellsForWhat() {
        story.applyEvent("a", new Fact.Asked(new Attention("per_1", Kind.PERMISSION, "edit", "src/App.java")));
        assertThat(why().getFirst()).isEqualTo("It wants to edit src/App.java and waits for an answer.");
    }

    @Test
    void aQuestionIsNotRunIntoWhatFollows() {
        story.applyEvent("a", new Fact.Asked(new Attention("que_1", Kind.QUESTION, "Colour", "Which colour?")));
        assertThat(why().getFirst()).isEqualTo("It waits for an answer. It asks: Which colour?");
    }

    @Test
    void anErrorThatEndsItsOwnSentenceGetsNoOtherFullStop() {
        story.failed("a", "Try again later!");
        assertThat(why().getFirst()).endsWith("message after it: Try again later!");
    }

    @Test
    void aRetryTellsItsReasonAndWhenTheNextTryIs() {
        story.applyEvent(
                "a",
                new Fact.Doing(new Activity.Retrying(
                        3, "overloaded", story.clock.instant().plusSeconds(8))));
        assertThat(why().getFirst()).isEqualTo("Attempt 3 failed (overloaded). The server tries again in 8s.");
    }

    @Test
    void aLaunchTellsThatNothingWasSeenOfIt() {
        story.launched("b", "", ParentWish.NONE);
        story.clock.move(Duration.ofSeconds(4));
        assertThat(why("b").getFirst())
                .isEqualTo("Its prompt was accepted 4s ago. The server has not started on it yet.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        PERMISSION | doom_loop | read            | repeats the same read call again and again
        PERMISSION | bash      | git push        | wants to run “git push”
        PERMISSION | teleport  | Mars            | asks for teleport: Mars
        PERMISSION | teleport  | ''              | asks for teleport
        QUESTION   | Colour    | Which colour?   | asks: Which colour?
        """)
    void aRequestSaysWhatItAsks(Kind kind, String topic, String detail, String text) {
        assertThat(AttentionText.of(new Attention("1", kind, topic, detail))).isEqualTo(text);
    }

    private List<String> why() {
        return why("a");
    }

    private List<String> why(String session) {
        return story.store.why(story.store.find(Story.key(session)).orElseThrow()).stream()
                .map(fact -> StatusReasonText.of(fact, story.clock.instant()))
                .toList();
    }
}
