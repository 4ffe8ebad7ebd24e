package taskglass.opencode.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import taskglass.opencode.http.Credentials;
import taskglass.task.request.Refusal.NoStart;

/** Starts the OpenCode of this computer: finds its program, and adds variables to its environment. */
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

    /** Starts a server in a folder. Blocks until it listens. */
    public LocalServer start(Path folder) throws LocalServerFailed {
        return start(folder, 0, LocalServer.newCredentials());
    }

    /** Starts a server that has ended again: on the same port if that is free, and with the same password. */
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

    /** Saves how the server is found and opened, in case this window is killed and can no longer do so. */
    private LocalServer ours(LocalServer server) {
        OwnServer described = server.described();
        try {
            state().keep(described, Optional.of(ProcessMark.of(ProcessHandle.current())));
        } catch (IOException e) {
            // If that fails, no other window finds the server. It works all the same.
        }
        server.onExit().thenRun(() -> state().forget(described));
        server.boundLog(CompletableFuture.delayedExecutor(LOOKS_SECONDS, TimeUnit.SECONDS, Thread::startVirtualThread));
        return server;
    }

    /** Lets a server run on when Taskglass ends, and records that a later window may take it over. Blocks. */
    public void leave(LocalServer server) throws IOException {
        state().keep(server.described(), Optional.empty());
        server.release();
    }

    /** Returns the servers that other windows left running, or that outlived their windows. Blocks. */
    public List<OwnServer> left() {
        return state().kept();
    }

    /** Takes over a server that was left running. Empty if another window was faster. Blocks. */
    public Optional<LocalServer> takeOver(OwnServer left) {
        return state().claim(left) ? LocalServer.takenOver(left).map(this::ours) : Optional.empty();
    }

    private StateFolder state() {
        Map<String, String> whole = new HashMap<>(System.getenv());
        whole.putAll(environment);
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return StateFolder.usual(whole, home, System.getProperty("os.name"));
    }
}
