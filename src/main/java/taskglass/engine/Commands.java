package taskglass.engine;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;

/** What a person orders, each on a virtual thread of its own; answers come back to the owner's thread. */
final class Commands implements AutoCloseable {
    private final Clock clock;
    private final Inbox inbox;
    private final Executor owner;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("command-", 1).factory());

    Commands(Clock clock, Inbox inbox, Executor owner) {
        this.clock = clock;
        this.inbox = inbox;
        this.owner = owner;
    }

    CompletionStage<LaunchChoices> choices(OpenCodeClient client, String directory) {
        return run(client.server(), () -> client.choices(directory));
    }

    CompletionStage<TaskKey> launch(OpenCodeClient client, LaunchRequest request) {
        Launching launching = new Launching(client, inbox, clock);
        return run(client.server(), () -> launching.launch(request));
    }

    /** Cancels the first session and those below it that are at work, in that order. */
    void cancel(OpenCodeClient client, List<SessionInfo> family) {
        TaskKey asked = family.getFirst().key();
        inbox.post(new Change.CancelAsked(asked, clock.instant()));
        threads.execute(() -> {
            try {
                for (SessionInfo session : family) {
                    client.abort(session);
                }
            } catch (ServerTrouble trouble) {
                String why =
                        Sentences.failed(client.server(), trouble.trouble()).getMessage();
                inbox.post(new Change.CancelIgnored(asked, why));
            }
        });
    }

    /** Runs something that blocks; whatever goes wrong comes back as a sentence. */
    <T> CompletionStage<T> run(ServerId server, Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                T value = work.call();
                owner.execute(() -> answer.complete(value));
            } catch (ServerTrouble trouble) {
                CommandFailed failed = Sentences.failed(server, trouble.trouble());
                owner.execute(() -> answer.completeExceptionally(failed));
            } catch (Exception e) {
                owner.execute(() -> answer.completeExceptionally(e));
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
