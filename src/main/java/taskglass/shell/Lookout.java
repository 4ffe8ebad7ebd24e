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
import taskglass.task.BookDiff;
import taskglass.task.ServerHealth;
import taskglass.task.Trouble;

/** The engine as a command sees it, from the command's own thread: what it asks is answered on the owner's. */
final class Lookout implements AutoCloseable {
    private static final Duration SLOWNESS = Duration.ofSeconds(20);

    /** A look takes a tenth of a second, unless something that listens does not answer. */
    private static final Duration LOOK = Duration.ofSeconds(3);

    private final long begun = System.nanoTime();
    private final Executor owner;
    private final Semaphore changed = new Semaphore(0);
    private final Engine engine;

    Lookout(Shell shell) {
        owner = shell.owner().get();
        engine = call(() -> {
            Engine watching = shell.engine().apply(owner);
            watching.onDiff(this::noteChange);
            watching.discovery().onChange(changed::release);
            watching.readings().onRefusal(changed::release);
            return watching;
        });
    }

    /** What the question is answered now. */
    <T> T ask(Function<Engine, T> question) {
        return call(() -> question.apply(engine));
    }

    /** Asks again with each change until there is an answer. */
    <T> T await(Function<Engine, Optional<T>> question) {
        for (; ; ) {
            Optional<T> answer = ask(question);
            if (answer.isPresent()) {
                return answer.get();
            }
            changed.acquireUninterruptibly();
            changed.drainPermits();
        }
    }

    /** The same, but gives up after a time. */
    <T> Optional<T> await(Duration patience, Function<Engine, Optional<T>> question) {
        return awaitUntil(System.nanoTime() + patience.toNanos(), question);
    }

    /** The same, where the time began with the command. */
    <T> Optional<T> awaitBegun(Duration patience, Function<Engine, Optional<T>> question) {
        return awaitUntil(begun + patience.toNanos(), question);
    }

    private <T> Optional<T> awaitUntil(long deadline, Function<Engine, Optional<T>> question) {
        for (; ; ) {
            Optional<T> answer = ask(question);
            if (answer.isPresent() || !changedBefore(deadline)) {
                return answer;
            }
        }
    }

    /** What an order comes to. */
    <T> T order(Function<Engine, CompletionStage<T>> order) {
        return ask(order).toCompletableFuture().join();
    }

    /** Waits until a first look has ended, unless it takes too long. */
    private void awaitFirstLook() {
        await(
                LOOK,
                watching -> Optional.of(watching.discovery())
                        .filter(discovery -> discovery.looked() || !discovery.looks()));
    }

    /**
     * How all servers stand, once each has been listed or is in trouble. One that is only slow to answer, such as one on
     * its way up or one whose password the keychain has not told yet, is given a while.
     */
    List<ServerHealth> awaitServers() {
        awaitFirstLook();
        return await(SLOWNESS, watching -> Optional.of(health(watching)).filter(all -> heard(watching)))
                .orElseGet(() -> ask(Lookout::health));
    }

    /** Whether a first look has ended, and each server has been listed or is in trouble. */
    static boolean heard(Engine watching) {
        boolean looked = watching.discovery().looked() || !watching.discovery().started();
        return looked
                && watching.upkeep().complete()
                && health(watching).stream().allMatch(Lookout::told);
    }

    private static boolean told(ServerHealth server) {
        return server.listed().isPresent()
                || server.trouble()
                        .filter(trouble -> !(trouble instanceof Trouble.NoAnswer silence && silence.mayCome()))
                        .isPresent();
    }

    static List<ServerHealth> health(Engine engine) {
        return engine.servers().stream().map(engine.book()::health).toList();
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

    private void noteChange(BookDiff diff) {
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
