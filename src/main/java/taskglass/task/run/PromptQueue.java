package taskglass.task.run;

import java.util.ArrayList;
import java.util.List;
import taskglass.task.request.QueuedPrompt;

/**
 * The prompts that wait in a session, oldest first.
 *
 * @param dropped the prompts that the last cancel request removed from the queue unread
 */
public record PromptQueue(List<QueuedPrompt> waiting, List<QueuedPrompt> dropped) {
    public static final PromptQueue EMPTY = new PromptQueue(List.of(), List.of());

    public PromptQueue {
        waiting = List.copyOf(waiting);
        dropped = List.copyOf(dropped);
    }

    /** Applies what a fact reports about the queue. */
    public PromptQueue after(Fact fact) {
        return switch (fact) {
            case Fact.Enqueued(QueuedPrompt prompt) -> with(prompt);
            case Fact.Dequeued(String id) -> without(id);
            case Fact.Waiting(var prompts) -> new PromptQueue(prompts, dropped);
            case Fact.Dropped(var prompts) -> dropped(prompts);
            default -> this;
        };
    }

    /**
     * Adds a prompt. A dropped one may still be reported as added, because an event is slower than the answer to the
     * cancel.
     */
    private PromptQueue with(QueuedPrompt prompt) {
        if (dropped.stream().anyMatch(other -> other.id().equals(prompt.id()))) {
            return this;
        }
        List<QueuedPrompt> more = new ArrayList<>(without(prompt.id()).waiting());
        more.add(prompt);
        return new PromptQueue(more, isOlder(prompt) ? dropped : List.of());
    }

    /** An event may be told again after a gap. Ids ascend with the time at which prompts were put in. */
    private boolean isOlder(QueuedPrompt prompt) {
        return dropped.stream().anyMatch(other -> other.id().compareTo(prompt.id()) > 0);
    }

    private PromptQueue without(String id) {
        return new PromptQueue(
                waiting.stream().filter(prompt -> !prompt.id().equals(id)).toList(), dropped);
    }

    private PromptQueue dropped(List<QueuedPrompt> now) {
        List<QueuedPrompt> left =
                waiting.stream().filter(prompt -> !now.contains(prompt)).toList();
        return new PromptQueue(left, now);
    }
}
