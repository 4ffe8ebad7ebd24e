package taskglass.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import taskglass.task.Attention.Kind;

/** The requests of one session, as events, listings and answers come in any order. */
class AsksTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Attention EDIT = new Attention("per_1", Kind.PERMISSION, "edit", "a.txt");
    private static final Attention RUN = new Attention("per_2", Kind.PERMISSION, "bash", "ls");

    private final Asks asked = Asks.NONE.asked(EDIT, NOON);

    @Test
    void aRequestIsAsOldAsTheFirstWordOfIt() {
        Asks again = asked.asked(EDIT, NOON.plusSeconds(5)).listed(List.of(EDIT), NOON.plusSeconds(9), 1);
        assertThat(again.open().getFirst().since()).isEqualTo(NOON);
    }

    @Test
    void whatAListingSaysInMoreWordsReplacesWhatWasHeardAndFewerWordsDoNot() {
        Attention more = new Attention("per_1", Kind.PERMISSION, "edit", "a.txt, b.txt");
        assertThat(details(asked.listed(List.of(more), NOON, 1))).containsExactly("a.txt, b.txt");
        assertThat(details(Asks.NONE.asked(more, NOON).listed(List.of(EDIT), NOON, 1)))
                .containsExactly("a.txt, b.txt");
    }

    private static List<String> details(Asks asks) {
        return asks.open().stream().map(Attention::detail).toList();
    }

    @Test
    void anAnsweredRequestDoesNotComeBackByALateListing() {
        Asks late = asked.answered("per_1").listed(List.of(EDIT), NOON, 1).asked(EDIT, NOON);
        assertThat(late.open()).isEmpty();
    }

    @Test
    void aListingThatLacksARequestDropsIt() {
        Asks listed = asked.listed(List.of(RUN), NOON, 1);
        assertThat(listed.open()).extracting(Attention::id).containsExactly("per_2");
    }

    @Test
    void anAnswerOnItsWayIsNotForgottenByAListing() {
        Asks sent = asked.answering("per_1", new Answering.Sent(), 4).listed(List.of(EDIT), NOON, 5);
        assertThat(answering(sent)).isEqualTo(new Answering.Sent());
    }

    @Test
    void aListingAskedForBeforeTheAnswerWasTakenSaysNothingOfIt() {
        Asks taken = asked.answering("per_1", new Answering.Taken(), 4).listed(List.of(EDIT), NOON, 3);
        assertThat(answering(taken)).isEqualTo(new Answering.Taken());
    }

    @Test
    void aServerThatAsksAgainAfterItTookTheAnswerHasIgnoredIt() {
        Asks taken = asked.answering("per_1", new Answering.Taken(), 4).listed(List.of(EDIT), NOON, 4);
        assertThat(answering(taken)).isEqualTo(new Answering.Ignored());
    }

    private static Answering answering(Asks asks) {
        return asks.open().getFirst().answering();
    }
}
