package taskglass.engine.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.engine.Notices;
import taskglass.task.Story;
import taskglass.task.ToolCall;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.ParentMessage.WaitsFor;
import taskglass.task.run.Fact;
import taskglass.task.store.Change;

/** Which messages wait for a parent, why, and when they are handed on. */
class ParentMessagesTest {
    private final Story story = new Story();
    private final List<ParentMessage> handedOn = new ArrayList<>();
    private final List<Boolean> mayHaveArrived = new ArrayList<>();
    private final ParentMessages messages = new ParentMessages(story.store, (message, again) -> {
        handedOn.add(message);
        mayHaveArrived.add(again);
    });

    @BeforeEach
    void follow() {
        Notices notices = new Notices(story.store, notice -> messages.settled(notice.task()));
        story.follow(messages::forgetDeleted);
        story.follow(notices::onDiff);
        story.created("parent");
    }

    @Test
    void aCompletedChildTellsItsParentInOneSentence() {
        story.launched("child", "parent", ParentWish.WAKE);
        story.prompted("child");
        story.called("child", "part-1", ToolCall.State.COMPLETED);
        story.called("child", "part-2", ToolCall.State.COMPLETED);
        story.completed("child");
        assertThat(messages.pending().getFirst().text())
                .startsWith("Background task \"Launch child\" completed in 1s with 2 tool calls.")
                .endsWith("Session: child");
    }

    @Test
    void aFailedChildTellsWhy() {
        story.created("child", "parent");
        story.launched("child", "parent", ParentWish.WAKE);
        story.prompted("child");
        story.failed("child", "no credit left");
        assertThat(messages.pending().getFirst().text())
                .startsWith("Background task \"Launch child\" failed after 0s with 0 tool calls: no credit left.");
    }

    @Test
    void aChildThatWasToSayNothingSaysNothing() {
        story.launched("child", "parent", ParentWish.NONE);
        story.prompted("child");
        story.completed("child");
        assertThat(messages.pending()).isEmpty();
    }

    @Test
    void aBusyParentDelaysItsMessage() {
        settle("child");
        story.prompted("parent");
        messages.deliver();
        assertThat(handedOn).isEmpty();
        story.completed("parent");
        messages.deliver();
        assertThat(handedOn).hasSize(1);
    }

    @Test
    void aParentThatWasCancelledIsNotWokenByItsChild() {
        story.prompted("parent");
        story.launched("child", "parent", ParentWish.WAKE);
        story.prompted("child");
        story.apply(new Change.CancelAsked(Story.key("parent"), story.clock.instant()));
        story.completed("child");
        assertThat(messages.pending()).extracting(ParentMessage::wish).containsExactly(ParentWish.QUIET);
    }

    @Test
    void twoChildrenThatFinishTogetherAreHandedOnOneAfterTheOther() {
        settle("one");
        settle("two");
        messages.deliver();
        assertThat(handedOn).extracting(ParentMessage::child).containsExactly(Story.key("one"));
        messages.answered(handedOn.getFirst(), true);
        messages.deliver();
        assertThat(handedOn).extracting(ParentMessage::child).containsExactly(Story.key("one"), Story.key("two"));
    }

    @Test
    void aMessageThatCouldNotBeDeliveredIsTriedAgainWithCare() {
        settle("child");
        messages.deliver();
        messages.answered(handedOn.getFirst(), false);
        assertThat(messages.pending().getFirst().waitsFor()).isEqualTo(WaitsFor.UNREACHABLE_SERVER);
        messages.deliver();
        assertThat(mayHaveArrived).containsExactly(false, true);
    }

    @Test
    void aDeletedChildTakesItsMessageAlong() {
        settle("child");
        story.applyEvent("child", new Fact.Deleted());
        assertThat(messages.pending()).isEmpty();
    }

    @Test
    void theMessagesOfOneParentCanBeCleared() {
        story.created("other");
        settle("child");
        story.launched("elsewhere", "other", ParentWish.WAKE);
        story.prompted("elsewhere");
        story.completed("elsewhere");
        messages.clear(Story.key("parent"));
        assertThat(messages.pending()).extracting(ParentMessage::child).containsExactly(Story.key("elsewhere"));
    }

    private void settle(String child) {
        story.launched(child, "parent", ParentWish.WAKE);
        story.prompted(child);
        story.completed(child);
    }
}
