package taskglass.task.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.Attention.Kind;

/** The requests of one session, as events, listings and answers come in any order. */
class OpenRequestsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Attention EDIT = new Attention("per_1", Kind.PERMISSION, "edit", "a.txt");
    private static final Attention RUN = new Attention("per_2", Kind.PERMISSION, "bash", "ls");

    private final OpenRequests asked = OpenRequests.NONE.asked(EDIT, NOON);

    @Test
    void aRequestIsAsOldAsTheFirstWordOfIt() {
        OpenRequests again = asked.asked(EDIT, NOON.plusSeconds(5)).listed(List.of(EDIT), NOON.plusSeconds(9), 1);
        assertThat(again.open().getFirst().since()).isEqualTo(NOON);
    }

    @Test
    void whatAListingSaysInMoreWordsReplacesWhatWasReceivedAndFewerWordsDoNot() {
        Attention more = new Attention("per_1", Kind.PERMISSION, "edit", "a.txt, b.txt");
        assertThat(details(asked.listed(List.of(more), NOON, 1))).containsExactly("a.txt, b.txt");
        assertThat(details(OpenRequests.NONE.asked(more, NOON).listed(List.of(EDIT), NOON, 1)))
                .containsExactly("a.txt, b.txt");
    }

    private static List<String> details(OpenRequests openRequests) {
        return openRequests.open().stream().map(Attention::detail).toList();
    }

    @Test
    void anAnsweredRequestDoesNotComeBackByALateListing() {
        OpenRequests late =
                asked.answered("per_1").listed(List.of(EDIT), NOON, 1).asked(EDIT, NOON);
        assertThat(late.open()).isEmpty();
    }

    @Test
    void aListingThatLacksARequestDropsIt() {
        OpenRequests listed = asked.listed(List.of(RUN), NOON, 1);
        assertThat(listed.open()).extracting(Attention::id).containsExactly("per_2");
    }

    @Test
    void anAnswerOnItsWayIsNotForgottenByAListing() {
        OpenRequests sent = asked.answering("per_1", new AnswerState.Sent(), 4).listed(List.of(EDIT), NOON, 5);
        assertThat(answering(sent)).isEqualTo(new AnswerState.Sent());
    }

    @Test
    void aListingAskedForBeforeTheAnswerWasTakenSaysNothingOfIt() {
        OpenRequests taken =
                asked.answering("per_1", new AnswerState.Taken(), 4).listed(List.of(EDIT), NOON, 3);
        assertThat(answering(taken)).isEqualTo(new AnswerState.Taken());
    }

    @Test
    void aServerThatAsksAgainAfterItTookTheAnswerHasIgnoredIt() {
        OpenRequests taken =
                asked.answering("per_1", new AnswerState.Taken(), 4).listed(List.of(EDIT), NOON, 4);
        assertThat(answering(taken)).isEqualTo(new AnswerState.Ignored());
    }

    private static AnswerState answering(OpenRequests openRequests) {
        return openRequests.open().getFirst().answering();
    }
}
