package taskglass.ui.window;

import java.net.URI;
import java.util.Set;
import taskglass.engine.Engine;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.status.AgentTask;
import taskglass.task.store.LocalProcesses;

/** Decides whether a task's folder is on this computer, so that programs here can open it. */
final class LocalTasks {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0");

    private final Engine engine;

    LocalTasks(Engine engine) {
        this.engine = engine;
    }

    /**
     * Whether its server is a process of this user that sees the same files. A tunnel or a container answers at a
     * loopback address, too: the address decides only until processes have been looked for.
     */
    boolean has(AgentTask task) {
        ServerId server = task.key().server();
        LocalProcesses processes = engine.store().processes();
        return processes.found().isPresent() ? processes.sharesFiles(server) : loopback(server);
    }

    /** Whether its folder does not exist because it belongs to the demo. */
    boolean isMadeUp(AgentTask task) {
        return engine.discovery().origin(task.key().server()) instanceof ServerOrigin.Demo;
    }

    private static boolean loopback(ServerId server) {
        String host = URI.create(server.url()).getHost();
        return host != null && LOOPBACK.contains(host);
    }
}
