package taskglass.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import taskglass.engine.Engine;
import taskglass.task.Trouble;
import taskglass.task.status.ServerHealth;
import taskglass.task.store.StoreDiff;

/** Gives a command access to the engine from the command's own thread. Questions are answered on the store's thread. */
public final class ShellEngine implements AutoCloseable {
    private static final Duration SLOWNESS = Duration.ofSeconds(20);

    /** Discovery takes a tenth of a second, unless something that listens does not answer. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final long begun = System.nanoTime();
    private final Executor owner;
    private final Semaphore changed = new Semaphore(0);
    private final Engine engine;

    ShellEngine(Shell shell) {
        owner = shell.owner().get();
        engine = call(() -> {
            Engine watching = shell.engine().apply(owner);
            watching.onDiff(this::noteChange);
            watching.discovery().onChange(changed::release);
            watching.readings().onRefusal(changed::release);
            return watching;
        });
    }

    /** Returns the current answer to a question. */
    <T> T query(Function<Engine, T> question) {
        return call(() -> question.apply(engine));
    }

    /** Something outside the store has changed: questions are asked again. */
    void wake() {
        changed.release();
    }

    /** Repeats the question after each change until there is an answer. */
    <T> T await(Function<Engine, Optional<T>> question) {
        for (; ; ) {
            Optional<T> answer = query(question);
            if (answer.isPresent()) {
                return answer.get();
            }
            changed.acquireUninterruptibly();
            changed.drainPermits();
        }
    }

    /** Repeats the question after each change until there is an answer or the timeout expires. */
    <T> Optional<T> await(Duration patience, Function<Engine, Optional<T>> question) {
        return awaitUntil(System.nanoTime() + patience.toNanos(), question);
    }

    /** As {@link #await(Duration, Function)}, with the timeout counted from the start of the command. */
    <T> Optional<T> awaitBegun(Duration patience, Function<Engine, Optional<T>> question) {
        return awaitUntil(begun + patience.toNanos(), question);
    }

    private <T> Optional<T> awaitUntil(long deadline, Function<Engine, Optional<T>> question) {
        for (; ; ) {
            Optional<T> answer = query(question);
            if (answer.isPresent() || !changedBefore(deadline)) {
                return answer;
            }
        }
    }

    /** Runs a command of the engine and waits for its result. */
    <T> T order(Function<Engine, CompletionStage<T>> order) {
        return query(order).toCompletableFuture().join();
    }

    /** Waits until the first discovery has ended, within a limit. */
    private void awaitFirstLook() {
        await(
                LOOK,
                watching -> Optional.of(watching.discovery())
                        .filter(discovery -> discovery.hasSearched() || !discovery.isSearching()));
    }

    /**
     * Returns the health of all servers, once each has been listed or is in trouble. A slow server gets extra time, for
     * example one that is starting, or one whose password the keychain has not delivered yet.
     */
    List<ServerHealth> awaitServers() {
        awaitFirstLook();
        return await(SLOWNESS, watching -> Optional.of(health(watching)).filter(all -> isReady(watching)))
                .orElseGet(() -> query(ShellEngine::health));
    }

    /** Whether the first discovery has ended, and each server has been listed or is in trouble. */
    static boolean isReady(Engine watching) {
        boolean looked =
                watching.discovery().hasSearched() || !watching.discovery().started();
        return looked
                && watching.serverControl().complete()
                && health(watching).stream().allMatch(ShellEngine::isListed);
    }

    private static boolean isListed(ServerHealth server) {
        return server.listed().isPresent()
                || server.trouble()
                        .filter(trouble -> !(trouble instanceof Trouble.NoAnswer silence && silence.mayCome()))
                        .isPresent();
    }

    static List<ServerHealth> health(Engine engine) {
        return engine.health();
    }

    private boolean changedBefore(long deadline) {
        try {
            boolean did = changed.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            changed.drainPermits();
            return did;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void noteChange(StoreDiff diff) {
        changed.release();
    }

    private <T> T call(Supplier<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        owner.execute(() -> {
            try {
                answer.complete(work.get());
            } catch (RuntimeException bug) {
                answer.completeExceptionally(bug);
            }
        });
        return answer.join();
    }

    @Override
    public void close() {
        call(() -> {
            engine.close();
            return engine;
        });
    }
}
