package taskglass.opencode;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import taskglass.task.Refusal.NoStart;

/**
 * An OpenCode server that is our child: {@code opencode serve} on a free loopback port, in one folder, with a password
 * of its own. It ends when it is closed or when this JVM exits. Safe from any thread; starting and closing block.
 */
public final class LocalServer implements AutoCloseable {
    private static final String USERNAME = "opencode";

    /** A cold start takes 1 to 3 s; a slow disk and a virus scanner may take ten times that. */
    private static final int PATIENCE_SECONDS = 30;

    private static final int PASSWORD_BYTES = 32;

    private final Process process;
    private final String password;
    private final ServerOutput output;
    private final CompletableFuture<LocalServerExit> exit;
    private final Thread atShutdown = new Thread(this::end, "opencode-stop");
    private volatile boolean ending;

    private LocalServer(Process process, String password) {
        this.process = process;
        this.password = password;
        output = new ServerOutput(process.getInputStream(), password);
        exit = process.onExit().thenCompose(this::told);
    }

    /**
     * Starts the program in a folder, with these variables beside the ones of this process, and returns when it
     * listens: after 30 s at the latest, so not on the JavaFX thread.
     */
    public static LocalServer start(Path program, Path folder, Map<String, String> extraEnvironment)
            throws LocalServerFailed {
        CompletableFuture<Void> patienceOver = new CompletableFuture<>();
        return start(
                new ServeCommand(program, folder, extraEnvironment),
                patienceOver.completeOnTimeout(null, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }

    static LocalServer start(ServeCommand command, CompletableFuture<Void> patienceOver) throws LocalServerFailed {
        String password = newPassword();
        LocalServer server = new LocalServer(command.run(USERNAME, password), password);
        try {
            server.watch();
            server.awaitListening(patienceOver);
            return server;
        } catch (LocalServerFailed | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Without a trailing slash. */
    public String baseUrl() {
        return output.address().join();
    }

    public String username() {
        return USERNAME;
    }

    public String password() {
        return password;
    }

    /** What it printed last, at most 20 lines, oldest first. */
    public List<String> lastLines() {
        return output.lastLines();
    }

    /** Completes, on a thread of the JDK's, when the server has ended, by us or by itself. */
    public CompletionStage<LocalServerExit> onExit() {
        return exit.minimalCompletionStage();
    }

    /** Ends the server and everything that runs in it, and waits for their end: 5 s at most. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atShutdown);
        } catch (IllegalStateException shuttingDown) {
            // the hook runs beside us and finds nothing left to end
        }
    }

    private void end() {
        ending = true;
        new ProcessTree(process.toHandle()).end();
    }

    private void watch() {
        Thread reader = new Thread(output, "opencode-output");
        reader.setDaemon(true);
        reader.start();
        Runtime.getRuntime().addShutdownHook(atShutdown);
    }

    private void awaitListening(CompletableFuture<Void> patienceOver) throws LocalServerFailed {
        try {
            CompletableFuture.anyOf(output.address(), exit, patienceOver).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
        if (exit.isDone()) {
            throw failed(NoStart.ENDED, String.valueOf(process.exitValue()));
        } else if (!output.address().isDone()) {
            throw failed(NoStart.SILENT, "");
        }
    }

    /** The exit is told once all output is read, or a second later when a process left behind keeps the pipe open. */
    private CompletionStage<LocalServerExit> told(Process ended) {
        return output.end()
                .copy()
                .completeOnTimeout(null, 1, TimeUnit.SECONDS)
                .thenApply(read -> new LocalServerExit(ended.exitValue(), ending, lastLines()));
    }

    private LocalServerFailed failed(NoStart how, String what) {
        return new LocalServerFailed(how, what, lastLines());
    }

    private static String newPassword() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
