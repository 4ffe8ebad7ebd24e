package taskglass.settings;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import taskglass.task.ServerId;

/**
 * The operating system's store of secrets, where there is one that answers: Credential Manager, Keychain, or what speaks
 * Secret Service. Safe from any thread; the executor, which must keep the order, does what blocks. Whoever waits is
 * answered in any case, on a thread of nobody's: after a while with nothing, for a keychain may ask a person first.
 */
public final class Keychain {
    private static final String SERVICE = "Taskglass";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Executor worker;
    private final Opening opening;
    private final Duration patience;
    /** Touched by the worker only. */
    private Optional<Keyring> opened = Optional.empty();

    /** Ways to the operating system's store. */
    @FunctionalInterface
    interface Opening {
        Keyring open() throws BackendNotSupportedException;
    }

    Keychain(Executor worker, Opening opening, Duration patience) {
        this.worker = worker;
        this.opening = opening;
        this.patience = patience;
    }

    public static Keychain ofThisMachine(Executor worker) {
        return ofThisMachine(worker, PATIENCE);
    }

    /** The same, waited for no longer than that. */
    public static Keychain ofThisMachine(Executor worker, Duration patience) {
        return new Keychain(worker, Keyring::create, patience);
    }

    /** One that is not there. */
    public static Keychain none() {
        return new Keychain(
                Runnable::run,
                () -> {
                    throw new BackendNotSupportedException("no keychain");
                },
                PATIENCE);
    }

    /** Whether there is one that answers. */
    public CompletionStage<Boolean> answers() {
        return asked(() -> keyring().isPresent(), false);
    }

    /** The password of that user at a server; empty where none was kept, or nobody can tell. */
    public CompletionStage<Optional<String>> password(ServerId server, String user) {
        return asked(
                () -> {
                    Optional<Keyring> ring = keyring();
                    return ring.isEmpty()
                            ? Optional.<String>empty()
                            : Optional.ofNullable(ring.get().getPassword(SERVICE, account(server, user)));
                },
                Optional.empty());
    }

    /** Whether it was kept. */
    public CompletionStage<Boolean> keep(ServerId server, String user, String password) {
        return asked(
                () -> {
                    Optional<Keyring> ring = keyring();
                    if (ring.isPresent()) {
                        ring.get().setPassword(SERVICE, account(server, user), password);
                    }
                    return ring.isPresent();
                },
                false);
    }

    /** Whether it was there and is gone. */
    public CompletionStage<Boolean> forget(ServerId server, String user) {
        return asked(
                () -> {
                    Optional<Keyring> ring = keyring();
                    if (ring.isPresent()) {
                        ring.get().deletePassword(SERVICE, account(server, user));
                    }
                    return ring.isPresent();
                },
                false);
    }

    private static String account(ServerId server, String user) {
        return user + " at " + server.url();
    }

    private Optional<Keyring> keyring() {
        if (opened.isEmpty()) {
            try {
                opened = Optional.of(opening.open());
            } catch (BackendNotSupportedException | RuntimeException | LinkageError e) {
                // No keychain, or none that this machine's libraries can speak to: it is as if there were none.
            }
        }
        return opened;
    }

    /** What is asked of a keychain may hold the password: what goes wrong there is not told any further. */
    private <T> CompletionStage<T> asked(Question<T> question, T otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        worker.execute(() -> {
            try {
                answer.complete(question.ask());
            } catch (PasswordAccessException | RuntimeException | LinkageError e) {
                answer.complete(otherwise);
            }
        });
        return answer.completeOnTimeout(otherwise, patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws PasswordAccessException;
    }
}
