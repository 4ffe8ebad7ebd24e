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
 * The operating system's store of secrets, if one answers: Credential Manager, Keychain, or a Secret Service provider.
 * Thread-safe. Blocking calls run on the executor, which must keep their order. Every caller gets an answer, on an
 * unspecified thread. After a timeout it is an empty one, because a keychain may have to ask the user first.
 */
public final class Keychain {
    private static final String SERVICE = "Taskglass";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Executor worker;
    private final Opening opening;
    private final Duration patience;
    /** Used on the worker only. */
    private Optional<Keyring> opened = Optional.empty();

    /** Opens the operating system's store. */
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

    /** Returns the keychain of this machine, with that timeout. */
    public static Keychain ofThisMachine(Executor worker, Duration patience) {
        return new Keychain(worker, Keyring::create, patience);
    }

    /** Returns a keychain that does not exist. */
    public static Keychain none() {
        return new Keychain(
                Runnable::run,
                () -> {
                    throw new BackendNotSupportedException("no keychain");
                },
                PATIENCE);
    }

    /** Whether a keychain answers. */
    public CompletionStage<Boolean> answers() {
        return asked(() -> keyring().isPresent(), false);
    }

    /** The password of that user at a server; empty if none was stored or the keychain does not answer. */
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

    /** Stores a password. Returns whether that succeeded. */
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

    /** Deletes a password. Returns whether it was there and is gone. */
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
                // No keychain, or none that this machine's libraries support: treated as absent.
            }
        }
        return opened;
    }

    /** Asks the keychain. A call may contain the password, so errors are not passed on. */
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
