package taskglass.engine;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.ServerTrouble;
import taskglass.task.Change;
import taskglass.task.Fact;
import taskglass.task.LaunchChoices;
import taskglass.task.LaunchRequest;
import taskglass.task.ParentMessage;
import taskglass.task.QueuedPrompt;
import taskglass.task.Refusal;
import taskglass.task.ServerId;
import taskglass.task.SessionInfo;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;

/** Runs the user's commands, each on its own virtual thread. Results come back on the store's thread. */
final class Commands implements AutoCloseable {
    private final Clock clock;
    private final Inbox inbox;
    private final Executor owner;
    private final LoadedChoices.Pause pause = LoadedChoices.Pause.REAL;
    private final Bugs bugs;
    private final Scheduler scheduler;
    private final ExecutorService threads;

    Commands(Clock clock, Inbox inbox, Executor owner, Bugs bugs, Scheduler scheduler) {
        this.clock = clock;
        this.inbox = inbox;
        this.owner = owner;
        this.bugs = bugs;
        this.scheduler = scheduler;
        this.threads = scheduler.threads("command-");
    }

    CompletionStage<LaunchChoices> choices(OpenCodeClient client, String directory) {
        LoadedChoices loaded = new LoadedChoices(client, pause);
        return run(client.server(), () -> loaded.in(directory, Commands::isWhole));
    }

    private static boolean isWhole(LaunchChoices choices) {
        return !choices.agents().isEmpty() && !choices.models().isEmpty();
    }

    /** Returns the check whether a server offers a given agent and model. The check blocks. */
    ChoiceCheck check(OpenCodeClient client) {
        return new ChoiceCheck(client, pause);
    }

    /**
     * Launches a task.
     *
     * @param local whether the server shares this computer's files
     */
    CompletionStage<TaskKey> launch(OpenCodeClient client, LaunchRequest request, boolean local) {
        Launching launching = new Launching(client, inbox, clock, pause, local);
        return run(client.server(), () -> launching.launch(request));
    }

    /** A request to a server, which may refuse it. */
    @FunctionalInterface
    interface Telling {
        void tell() throws ServerTrouble;
    }

    /** Asks a server to stop a session. If that fails, the reason comes back on the store's thread. */
    void abort(OpenCodeClient client, SessionInfo session, Consumer<Optional<Trouble>> answered) {
        tell(
                () -> {
                    List<QueuedPrompt> dropped = client.abort(session);
                    if (!dropped.isEmpty()) {
                        inbox.post(new Change.Heard(session.key(), clock.instant(), new Fact.Dropped(dropped)));
                    }
                },
                trouble -> answered.accept(trouble.map(ServerTrouble::trouble)));
    }

    /** Reads the queued prompts of a session. Does nothing if they are not available. */
    void readQueue(OpenCodeClient client, SessionInfo session) {
        tell(
                () -> inbox.post(
                        new Change.Heard(session.key(), clock.instant(), new Fact.Waiting(client.waiting(session)))),
                trouble -> {});
    }

    /**
     * Sends a request to a server. If that fails, the reason comes back on the store's thread. The callback is always
     * called: otherwise its caller would wait forever.
     */
    void tell(Telling telling, Consumer<Optional<ServerTrouble>> answered) {
        begin(
                () -> {
                    Optional<ServerTrouble> trouble = told(telling);
                    owner.execute(() -> answered.accept(trouble));
                },
                () -> owner.execute(() -> answered.accept(Optional.of(trouble("Taskglass is about to end")))));
    }

    /** Commands given while Taskglass is closing are refused. */
    private void begin(Runnable work, Runnable refused) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException closing) {
            refused.run();
        }
    }

    private Optional<ServerTrouble> told(Telling telling) {
        try {
            telling.tell();
            return Optional.empty();
        } catch (ServerTrouble trouble) {
            return Optional.of(trouble);
        } catch (RuntimeException | Error bug) {
            bugs.met(bug);
            return Optional.of(trouble(String.valueOf(bug)));
        }
    }

    private static ServerTrouble trouble(String detail) {
        return new ServerTrouble(new Trouble.NoAnswer(detail));
    }

    CompletionStage<ParentMessage> deliver(
            OpenCodeClient client, ParentMessage message, SessionInfo parent, boolean mayHaveArrived) {
        return run(client.server(), () -> {
            new Courier(client).deliver(message, parent, mayHaveArrived);
            return message;
        });
    }

    /** Runs something on the store's thread after a delay. */
    void later(Duration time, Runnable work) {
        scheduler.after(time, work);
    }

    /** Runs something that blocks. Failures come back as a {@link CommandFailed} where the reason is known. */
    <T> CompletionStage<T> run(ServerId server, Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        begin(
                () -> run(server, work, answer),
                () -> answer.completeExceptionally(new CommandFailed(new Refusal.Closing())));
        return answer;
    }

    private <T> void run(ServerId server, Callable<T> work, CompletableFuture<T> answer) {
        try {
            T value = work.call();
            owner.execute(() -> answer.complete(value));
        } catch (ServerTrouble trouble) {
            CommandFailed failed = new CommandFailed(new Refusal.Troubled(server, trouble.trouble()));
            owner.execute(() -> answer.completeExceptionally(failed));
        } catch (Exception | Error e) {
            owner.execute(() -> answer.completeExceptionally(e));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
