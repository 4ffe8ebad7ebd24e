package taskglass.engine.command;

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
import taskglass.engine.inbox.Inbox;
import taskglass.engine.inbox.InternalErrors;
import taskglass.engine.inbox.Scheduler;
import taskglass.opencode.OpenCodeClient;
import taskglass.opencode.http.ServerTrouble;
import taskglass.task.ServerId;
import taskglass.task.TaskKey;
import taskglass.task.Trouble;
import taskglass.task.request.LaunchChoices;
import taskglass.task.request.LaunchRequest;
import taskglass.task.request.ParentMessage;
import taskglass.task.request.QueuedPrompt;
import taskglass.task.request.Refusal;
import taskglass.task.run.Fact;
import taskglass.task.run.SessionInfo;
import taskglass.task.store.Change;

/** Runs the user's commands, each on its own virtual thread. Results come back on the store's thread. */
public final class CommandRunner implements AutoCloseable {
    private final Clock clock;
    private final Inbox inbox;
    private final Executor owner;
    private final LoadedChoices.Pause pause = LoadedChoices.Pause.REAL;
    private final InternalErrors errors;
    private final Scheduler scheduler;
    private final ExecutorService threads;

    public CommandRunner(Clock clock, Inbox inbox, Executor owner, InternalErrors errors, Scheduler scheduler) {
        this.clock = clock;
        this.inbox = inbox;
        this.owner = owner;
        this.errors = errors;
        this.scheduler = scheduler;
        this.threads = scheduler.threads("command-");
    }

    public CompletionStage<LaunchChoices> choices(OpenCodeClient client, String directory) {
        LoadedChoices loaded = new LoadedChoices(client, pause);
        return run(client.server(), () -> loaded.in(directory, CommandRunner::isWhole));
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
    public CompletionStage<TaskKey> launch(OpenCodeClient client, LaunchRequest request, boolean local) {
        Launching launching = new Launching(client, inbox, clock, pause, local);
        return run(client.server(), () -> launching.launch(request));
    }

    /** A request to a server, which may refuse it. */
    @FunctionalInterface
    public interface ServerRequest {
        void send() throws ServerTrouble;
    }

    /** Asks a server to stop a session. If that fails, the reason comes back on the store's thread. */
    void abort(OpenCodeClient client, SessionInfo session, Consumer<Optional<Trouble>> answered) {
        send(
                () -> {
                    List<QueuedPrompt> dropped = client.abort(session);
                    if (!dropped.isEmpty()) {
                        inbox.post(new Change.Heard(session.key(), clock.instant(), new Fact.Dropped(dropped)));
                    }
                },
                trouble -> answered.accept(trouble.map(ServerTrouble::trouble)));
    }

    /** Reads the queued prompts of a session. Does nothing if they are not available. */
    public void readQueue(OpenCodeClient client, SessionInfo session) {
        send(
                () -> inbox.post(
                        new Change.Heard(session.key(), clock.instant(), new Fact.Waiting(client.waiting(session)))),
                trouble -> {});
    }

    /**
     * Sends a request to a server. If that fails, the reason comes back on the store's thread. The callback is always
     * called: otherwise its caller would wait forever.
     */
    public void send(ServerRequest telling, Consumer<Optional<ServerTrouble>> answered) {
        begin(
                () -> {
                    Optional<ServerTrouble> trouble = attempt(telling);
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

    private Optional<ServerTrouble> attempt(ServerRequest telling) {
        try {
            telling.send();
            return Optional.empty();
        } catch (ServerTrouble trouble) {
            return Optional.of(trouble);
        } catch (RuntimeException | Error bug) {
            errors.report(bug);
            return Optional.of(trouble(String.valueOf(bug)));
        }
    }

    private static ServerTrouble trouble(String detail) {
        return new ServerTrouble(new Trouble.NoAnswer(detail));
    }

    public CompletionStage<ParentMessage> deliver(
            OpenCodeClient client, ParentMessage message, SessionInfo parent, boolean mayHaveArrived) {
        return run(client.server(), () -> {
            new ParentMessageSender(client).deliver(message, parent, mayHaveArrived);
            return message;
        });
    }

    /** Runs something on the store's thread after a delay. */
    void later(Duration time, Runnable work) {
        scheduler.after(time, work);
    }

    /** Runs something that blocks. Failures come back as a {@link CommandFailed} where the reason is known. */
    public <T> CompletionStage<T> run(ServerId server, Callable<T> work) {
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
