package taskglass.opencode.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import taskglass.opencode.http.Credentials;
import taskglass.task.ServerId;
import taskglass.task.request.Refusal.NoStart;

/**
 * An OpenCode server started by Taskglass: {@code opencode serve} on a free loopback port, in one folder, with its own
 * password. It ends when it is closed or when this JVM exits, unless it was left running. Thread-safe. Starting and
 * closing block.
 */
public final class LocalServer implements AutoCloseable {
    /** A cold start takes 1 to 3 s. A slow disk and a virus scanner may take ten times that. */
    private static final int PATIENCE_SECONDS = 30;

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int PASSWORD_BYTES = 32;

    private final ProcessHandle process;
    private final Path folder;
    private final Credentials credentials;
    private final ServerLog log;
    private final CompletableFuture<LocalServerExit> exit;
    private final Thread atShutdown = new Thread(this::end, "opencode-stop");
    private volatile String address = "";
    private volatile boolean ending;

    private LocalServer(Process process, Path folder, Credentials credentials, ServerLog log) {
        this(process.toHandle(), folder, credentials, log, process.onExit().thenApply(Process::exitValue));
    }

    private LocalServer(
            ProcessHandle process,
            Path folder,
            Credentials credentials,
            ServerLog log,
            CompletableFuture<Integer> status) {
        this.process = process;
        this.folder = folder;
        this.credentials = credentials;
        this.log = log;
        exit = status.thenApply(this::exitFor);
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    /**
     * Starts the program with its output in a new file of that folder, and returns when it listens. That takes up to 30
     * s, so never call it on the JavaFX thread.
     */
    static LocalServer start(ServeCommand command, Credentials credentials, StateFolder logs) throws LocalServerFailed {
        CompletableFuture<Void> patienceOver = new CompletableFuture<>();
        return start(
                command, credentials, logs, patienceOver.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    static LocalServer start(
            ServeCommand command, Credentials credentials, StateFolder logs, CompletableFuture<Void> patienceOver)
            throws LocalServerFailed {
        Path log = newLog(logs);
        LocalServer server = new LocalServer(
                command.run(credentials, log),
                command.folder(),
                credentials,
                new ServerLog(log, credentials.password()));
        try {
            server.awaitListening(patienceOver);
            return server;
        } catch (LocalServerFailed | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Takes over a server that another window left running. Empty if its process has ended. */
    static Optional<LocalServer> takenOver(OwnServer left) {
        return left.process().map(process -> {
            ServerLog log = new ServerLog(left.log(), left.credentials().password());
            // The system does not report the exit status of a process that is not a child.
            CompletableFuture<Integer> end = process.onExit().thenApply(ended -> 0);
            LocalServer server = new LocalServer(process, left.folder(), left.credentials(), log, end);
            server.address = left.server().url();
            return server;
        });
    }

    private static Path newLog(StateFolder logs) throws LocalServerFailed {
        try {
            return logs.newLog();
        } catch (IOException e) {
            throw new LocalServerFailed(NoStart.NOT_RUN, e.toString(), List.of());
        }
    }

    static Credentials newCredentials() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new Credentials(Credentials.DEFAULT_USER, password);
    }

    public ServerId id() {
        return new ServerId(address);
    }

    public Credentials credentials() {
        return credentials;
    }

    /** The folder in which it was started. */
    public Path folder() {
        return folder;
    }

    int port() {
        return URI.create(address).getPort();
    }

    /** Returns what another Taskglass of this user needs to know about it. */
    public OwnServer described() {
        ProcessMark mark = ProcessMark.of(process);
        return new OwnServer(id(), credentials, mark.pid(), mark.began(), folder, log.file());
    }

    /** Keeps its log file within bounds while it runs, checking now and then. */
    void boundLog(Executor laterOn) {
        laterOn.execute(() -> {
            if (process.isAlive()) {
                log.cut();
                boundLog(laterOn);
            }
        });
    }

    /** The last lines that it printed, at most 20, oldest first. */
    public List<String> lastLines() {
        return log.lastLines();
    }

    /** Completes on a thread of the JDK when the server has ended, stopped by Taskglass or by itself. */
    public CompletionStage<LocalServerExit> onExit() {
        return exit.minimalCompletionStage();
    }

    /** Ends the server and everything that runs in it, and waits for that: 5 s at most. */
    @Override
    public void close() {
        end();
        release();
    }

    /** From now on it no longer ends together with Taskglass. */
    void release() {
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook runs at the same time and finds nothing left to end
        }
    }

    private void end() {
        ending = true;
        new ProcessTree(process).end();
    }

    private void awaitListening(CompletableFuture<Void> patienceOver) throws LocalServerFailed {
        Optional<String> printed = log.address();
        while (printed.isEmpty()
                && process.isAlive()
                && !patienceOver.isDone()
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
            printed = log.address();
        }
        printed = printed.or(log::address); // it may have been printed between the last two reads
        address = printed.orElse("");
        if (!process.isAlive()) {
            LocalServerExit end = exit.join();
            throw new LocalServerFailed(NoStart.ENDED, String.valueOf(end.status()), end.lastLines());
        } else if (address.isEmpty()) {
            throw new LocalServerFailed(NoStart.SILENT, "", lastLines());
        }
    }

    private LocalServerExit exitFor(int status) {
        LocalServerExit end = new LocalServerExit(status, ending, log.lastLines());
        StateFolder.remove(log.file());
        return end;
    }
}
