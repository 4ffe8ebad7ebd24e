package taskglass.engine.command;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.Answer;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.request.Refusal;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Sends the user's answers to requests. Each answer is tracked from the key press until its server has shown that it
 * accepted it: an event or a listing then removes the request. The store shows how the answer stands meanwhile.
 */
public final class Answers {
    private record Given(TaskKey task, String request) {}

    private final TaskStore store;
    private final Inbox inbox;
    private final ServerMonitors monitors;
    private final CommandRunner commands;
    /** Answers in progress: pressing a key twice answers once. */
    private final Set<Given> underWay = new HashSet<>();

    public Answers(TaskStore store, Inbox inbox, ServerMonitors monitors, CommandRunner commands) {
        this.store = store;
        this.inbox = inbox;
        this.monitors = monitors;
        this.commands = commands;
    }

    /**
     * Sends the answer. Does nothing if the request no longer waits or is already being answered.
     *
     * @return whether the server took this answer; false if the request no longer waited for one. Fails with a
     *     {@link CommandFailed} if the server refused it or did not answer.
     */
    public CompletionStage<Boolean> give(TaskKey key, String request, Answer answer) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Given given = new Given(key, request);
        Optional<ServerMonitor> watch = monitors.find(key.server());
        Optional<AgentTask> task = store.find(key).filter(known -> asks(known, request));
        if (task.isPresent() && watch.isPresent() && underWay.add(given)) {
            setState(given, new AnswerState.Sent());
            commands.send(() -> watch.get().client().answer(task.get().session(), request, answer), trouble -> {
                answered(given, watch.get(), trouble);
                complete(taken, key, trouble);
            });
        } else {
            taken.complete(false);
        }
        return taken;
    }

    private static void complete(CompletableFuture<Boolean> taken, TaskKey key, Optional<ServerTrouble> trouble) {
        if (trouble.filter(why -> !why.notFound()).isPresent()) {
            taken.completeExceptionally(new CommandFailed(
                    new Refusal.Troubled(key.server(), trouble.get().trouble())));
        } else {
            taken.complete(trouble.isEmpty());
        }
    }

    private void answered(Given given, ServerMonitor monitor, Optional<ServerTrouble> trouble) {
        // Not found: the request was answered elsewhere, and an event or a listing will soon report that.
        Optional<Trouble> refused = trouble.filter(why -> !why.notFound()).map(ServerTrouble::trouble);
        underWay.remove(given);
        setState(given, refused.<AnswerState>map(AnswerState.Failed::new).orElseGet(AnswerState.Taken::new));
        if (refused.isEmpty()) {
            monitor.pollSoon();
        }
    }

    private void setState(Given given, AnswerState now) {
        inbox.post(new Change.AnswerStands(given.task(), given.request(), now));
    }

    private static boolean asks(AgentTask task, String request) {
        return task.attention().stream().map(Attention::id).anyMatch(request::equals);
    }
}
