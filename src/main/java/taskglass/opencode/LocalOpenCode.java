package taskglass.opencode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import taskglass.task.Refusal.NoStart;

/**
 * The OpenCode of this machine, as far as it can be started: where its program is, and what its environment has beside
 * ours.
 */
public record LocalOpenCode(OpenCodeInstall install, Map<String, String> environment) {
    private static final int LOOKS_SECONDS = 60;

    public LocalOpenCode {
        environment = Map.copyOf(environment);
    }

    public static LocalOpenCode ofThisMachine() {
        return new LocalOpenCode(OpenCodeInstall.ofThisMachine(), Map.of());
    }

    public Optional<Path> program() {
        return install.find();
    }

    /** Starts a server in a folder; blocks until it listens. */
    public LocalServer start(Path folder) throws LocalServerFailed {
        return start(folder, 0, LocalServer.newCredentials());
    }

    /** Starts a server that has ended again: at the same port if that is free, and with the same password. */
    public LocalServer startAgain(LocalServer ended) throws LocalServerFailed {
        try {
            return start(ended.folder(), ended.port(), ended.credentials());
        } catch (LocalServerFailed portTaken) {
            return start(ended.folder(), 0, ended.credentials());
        }
    }

    private LocalServer start(Path folder, int port, Credentials credentials) throws LocalServerFailed {
        Path program = program().orElseThrow(() -> new LocalServerFailed(NoStart.NOT_INSTALLED, "", List.of()));
        LocalServer server =
                LocalServer.start(new ServeCommand(program, folder, environment, port), credentials, state());
        return ours(server);
    }

    /** Writes down how it is found and opened should this window be killed, which then cannot do so any more. */
    private LocalServer ours(LocalServer server) {
        OwnServer described = server.described();
        try {
            state().keep(described, Optional.of(ProcessMark.of(ProcessHandle.current())));
        } catch (IOException e) {
            // Then nobody finds it: it works all the same.
        }
        server.onExit().thenRun(() -> state().forget(described));
        server.boundLog(CompletableFuture.delayedExecutor(LOOKS_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread));
        return server;
    }

    /** Lets a server run on when we end, and writes down that a later window may have it. Blocks. */
    public void leave(LocalServer server) throws IOException {
        state().keep(server.described(), Optional.empty());
        server.release();
    }

    /** The servers that other windows left running, or that outlived them. Blocks. */
    public List<OwnServer> left() {
        return state().kept();
    }

    /** A server that was left running, as ours from now on; empty where another window was faster. Blocks. */
    public Optional<LocalServer> takeOver(OwnServer left) {
        return state().take(left) ? LocalServer.takenOver(left).map(this::ours) : Optional.empty();
    }

    private StateFolder state() {
        Map<String, String> whole = new HashMap<>(System.getenv());
        whole.putAll(environment);
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return StateFolder.usual(whole, home, System.getProperty("os.name"));
    }
}
