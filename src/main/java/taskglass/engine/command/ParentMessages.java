package taskglass.engine.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import taskglass.task.TaskKey;
import taskglass.task.request.Launch;
import taskglass.task.request.Launch.ParentWish;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.ParentMessage.WaitsFor;
import taskglass.task.status.AgentTask;
import taskglass.task.store.StoreDiff;
import taskglass.task.store.TaskStore;

/**
 * The messages that have not been delivered to parents yet, oldest first. Each is passed to the sender when its parent
 * is idle, one at a time per parent. A message that could not be delivered waits for the next listing.
 */
public final class ParentMessages {
    private final TaskStore store;
    private final BiConsumer<ParentMessage, Boolean> sender;
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<ParentMessage> pending = new ArrayList<>();

    /** The sender also receives whether the message may have arrived before, when its request seemed to fail. */
    public ParentMessages(TaskStore store, BiConsumer<ParentMessage, Boolean> sender) {
        this.store = store;
        this.sender = sender;
    }

    /** Registers a listener, which is called when the messages have changed. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Oldest first. */
    public List<ParentMessage> pending() {
        return List.copyOf(pending);
    }

    /** A task has settled: queues a message to its parent if the launch asked for one. */
    public void settled(AgentTask task) {
        Optional<Launch> launch = task.launch().filter(known -> known.wish() != ParentWish.NONE);
        if (launch.isPresent() && task.session().parent().isPresent()) {
            TaskKey parent = task.session().parent().get();
            String text = ParentText.of(task);
            ParentWish wish = isToRest(parent) ? ParentWish.QUIET : launch.get().wish();
            pending.add(new ParentMessage(task.key(), parent, text, wish, WaitsFor.BUSY_PARENT));
            changed();
        }
    }

    /** Whether the user canceled the parent: the message that its child has stopped must not wake it. */
    private boolean isToRest(TaskKey parent) {
        return store.find(parent).filter(task -> task.cancel().wanted()).isPresent();
    }

    /** Drops the messages of deleted children and deleted parents. */
    public void forgetDeleted(StoreDiff diff) {
        for (StoreDiff.Entry entry : diff.entries()) {
            boolean gone = entry.after().map(AgentTask::deleted).orElse(true);
            if (gone && !store.knows(entry.key())) {
                drop(message ->
                        message.child().equals(entry.key()) || message.parent().equals(entry.key()));
            }
        }
    }

    /** Drops the messages that wait for a parent. */
    public void clear(TaskKey parent) {
        drop(message -> message.parent().equals(parent) && message.waitsFor() != WaitsFor.DELIVERY);
    }

    /** Passes on what can be delivered now. */
    public void deliver() {
        for (ParentMessage message : List.copyOf(pending)) {
            boolean underway = pending.stream()
                    .anyMatch(
                            other -> other.parent().equals(message.parent()) && other.waitsFor() == WaitsFor.DELIVERY);
            boolean busy = store.find(message.parent())
                    .filter(parent -> parent.status().active())
                    .isPresent();
            if (!underway && !busy) {
                boolean mayHaveArrived = message.waitsFor() == WaitsFor.UNREACHABLE_SERVER;
                sender.accept(waiting(message, WaitsFor.DELIVERY), mayHaveArrived);
            }
        }
    }

    /** Records the result of a delivery. */
    public void answered(ParentMessage message, boolean delivered) {
        if (delivered) {
            drop(message::equals);
        } else if (pending.contains(message)) {
            waiting(message, WaitsFor.UNREACHABLE_SERVER);
        }
    }

    private ParentMessage waiting(ParentMessage message, WaitsFor reason) {
        ParentMessage now = message.waitingFor(reason);
        pending.replaceAll(known -> known.equals(message) ? now : known);
        changed();
        return now;
    }

    private void drop(Predicate<ParentMessage> which) {
        if (pending.removeIf(which)) {
            changed();
        }
    }
}
