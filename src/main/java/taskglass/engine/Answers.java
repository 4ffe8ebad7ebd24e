package taskglass.engine;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.ServerTrouble;
import taskglass.task.AgentTask;
import taskglass.task.Answer;
import taskglass.task.Answering;
import taskglass.task.Attention;
import taskglass.task.Change;
import taskglass.task.TaskBook;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;

/**
 * Sends the user's answers to requests. Each answer is tracked from the key press until its server has shown that it
 * accepted it: an event or a listing then removes the request. The store shows how the answer stands meanwhile.
 */
final class Answers {
    private record Given(TaskKey task, String request) {}

    private final TaskBook book;
    private final Inbox inbox;
    private final Watches watches;
    private final Commands commands;
    /** Answers in progress: pressing a key twice answers once. */
    private final Set<Given> underWay = new HashSet<>();

    Answers(TaskBook book, Inbox inbox, Watches watches, Commands commands) {
        this.book = book;
        this.inbox = inbox;
        this.watches = watches;
        this.commands = commands;
    }

    /** Sends the answer. Does nothing if the request no longer waits or is already being answered. */
    void give(TaskKey key, String request, Answer answer) {
        Given given = new Given(key, request);
        Optional<Watch> watch = watches.find(key.server());
        Optional<AgentTask> task = book.find(key).filter(known -> asks(known, request));
        if (task.isPresent() && watch.isPresent() && underWay.add(given)) {
            stands(given, new Answering.Sent());
            commands.tell(
                    () -> watch.get().client().answer(task.get().session(), request, answer),
                    trouble -> answered(given, watch.get(), trouble));
        }
    }

    private void answered(Given given, Watch watch, Optional<ServerTrouble> trouble) {
        // Not found: the request was answered elsewhere, and an event or a listing will soon report that.
        Optional<Trouble> refused = trouble.filter(why -> !why.notFound()).map(ServerTrouble::trouble);
        underWay.remove(given);
        stands(given, refused.<Answering>map(Answering.Failed::new).orElseGet(Answering.Taken::new));
        if (refused.isEmpty()) {
            watch.pollSoon();
        }
    }

    private void stands(Given given, Answering now) {
        inbox.post(new Change.AnswerStands(given.task(), given.request(), now));
    }

    private static boolean asks(AgentTask task, String request) {
        return task.attention().stream().map(Attention::id).anyMatch(request::equals);
    }
}
