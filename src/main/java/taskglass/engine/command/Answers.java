package taskglass.engine.command;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import taskglass.engine.inbox.Inbox;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.Answer;
import taskglass.task.request.AnswerState;
import taskglass.task.request.Attention;
import taskglass.task.status.AgentTask;
import taskglass.task.store.Change;
import taskglass.task.store.TaskStore;

/**
 * Sends the user's answers to requests. Each answer is tracked from the key press until its server has shown that it
 * accepted it: an event or a listing then removes the request. The store shows how the answer stands meanwhile.
 */
public final class Answers {
    private record Given(TaskKey task, String request) {}

    private final TaskStore book;
    private final Inbox inbox;
    private final ServerMonitors watches;
    private final CommandRunner commands;
    /** Answers in progress: pressing a key twice answers once. */
    private final Set<Given> underWay = new HashSet<>();

    public Answers(TaskStore book, Inbox inbox, ServerMonitors watches, CommandRunner commands) {
        this.book = book;
        this.inbox = inbox;
        this.watches = watches;
        this.commands = commands;
    }

    /** Sends the answer. Does nothing if the request no longer waits or is already being answered. */
    public void give(TaskKey key, String request, Answer answer) {
        Given given = new Given(key, request);
        Optional<ServerMonitor> watch = watches.find(key.server());
        Optional<AgentTask> task = book.find(key).filter(known -> asks(known, request));
        if (task.isPresent() && watch.isPresent() && underWay.add(given)) {
            setState(given, new AnswerState.Sent());
            commands.send(
                    () -> watch.get().client().answer(task.get().session(), request, answer),
                    trouble -> answered(given, watch.get(), trouble));
        }
    }

    private void answered(Given given, ServerMonitor watch, Optional<ServerTrouble> trouble) {
        // Not found: the request was answered elsewhere, and an event or a listing will soon report that.
        Optional<Trouble> refused = trouble.filter(why -> !why.notFound()).map(ServerTrouble::trouble);
        underWay.remove(given);
        setState(given, refused.<AnswerState>map(AnswerState.Failed::new).orElseGet(AnswerState.Taken::new));
        if (refused.isEmpty()) {
            watch.pollSoon();
        }
    }

    private void setState(Given given, AnswerState now) {
        inbox.post(new Change.AnswerStands(given.task(), given.request(), now));
    }

    private static boolean asks(AgentTask task, String request) {
        return task.attention().stream().map(Attention::id).anyMatch(request::equals);
    }
}
