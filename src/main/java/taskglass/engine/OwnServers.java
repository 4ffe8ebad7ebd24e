package taskglass.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import taskglass.engine.command.CommandFailed;
import taskglass.engine.inbox.Inbox;
import taskglass.opencode.Connection;
import taskglass.opencode.http.Credentials;
import taskglass.opencode.http.Endpoint;
import taskglass.opencode.local.LocalOpenCode;
import taskglass.opencode.local.LocalServer;
import taskglass.opencode.local.LocalServerFailed;
import taskglass.opencode.local.OwnServer;
import taskglass.task.ServerId;
import taskglass.task.request.Refusal;
import taskglass.task.store.Change;

/**
 * The OpenCode servers that were started from here, or taken over from a window that left them running. They end with
 * Taskglass unless they are left running in turn. Starting and stopping block. Thread-safe.
 */
final class OwnServers implements AutoCloseable {
    private final Inbox inbox;
    private final LocalOpenCode program;
    private final Map<ServerId, LocalServer> running = new LinkedHashMap<>();
    /** Those that run and those that have ended. */
    private final Map<ServerId, LocalServer> ever = new LinkedHashMap<>();

    private final Set<ServerId> borrowed = new HashSet<>();
    private boolean closed;

    OwnServers(Inbox inbox, LocalOpenCode program) {
        this.inbox = inbox;
        this.program = program;
    }

    Optional<Path> installed() {
        return program.program();
    }

    /** Starts OpenCode in a folder. Its password goes only into the connection. */
    Connection start(Path folder) {
        return connection(started(() -> program.start(folder)));
    }

    /** Stops a server if it still runs, and starts it in the same folder, on the same port if that is free. */
    Connection restart(ServerId server) {
        LocalServer before = known(server);
        stop(server);
        return connection(started(() -> program.startAgain(before)));
    }

    /** Stops a server, and everything running there. */
    void stop(ServerId server) {
        LocalServer own = known(server);
        if (forget(own)) {
            own.close();
            inbox.post(new Change.ServerEnded(server, List.of(), true));
        }
    }

    /**
     * Lets all of them run on when Taskglass ends. From now on they belong to no window, until the next one finds them.
     */
    void leave() {
        for (OwnServer own : running()) {
            try {
                LocalServer server = known(own.server());
                program.leave(server);
                forget(server);
            } catch (IOException e) {
                throw new CommandFailed(new Refusal.Fault(e.toString()));
            }
        }
    }

    /** Takes over the servers that other windows left running, and returns their connections. */
    List<Connection> takeOver() {
        return program.left().stream()
                .flatMap(left -> program.takeOver(left).stream())
                .map(server -> started(() -> server))
                .map(OwnServers::connection)
                .toList();
    }

    /** The running servers, with their credentials. */
    synchronized List<OwnServer> running() {
        return running.values().stream().map(LocalServer::described).toList();
    }

    synchronized Optional<Credentials> credentials(ServerId server) {
        return Optional.ofNullable(running.get(server)).map(LocalServer::credentials);
    }

    /** Records that a server belongs to another window, which lends its password. */
    synchronized void borrowed(ServerId server) {
        borrowed.add(server);
    }

    synchronized boolean isBorrowed(ServerId server) {
        return borrowed.contains(server);
    }

    /** Whether it was started from here, even if it has ended. */
    synchronized boolean everStarted(ServerId server) {
        return ever.containsKey(server);
    }

    synchronized boolean started(ServerId server) {
        return running.containsKey(server);
    }

    private synchronized LocalServer known(ServerId server) {
        return Optional.ofNullable(ever.get(server))
                .orElseThrow(() -> new CommandFailed(new Refusal.NotWatched(server)));
    }

    /** Starts or obtains a server. */
    @FunctionalInterface
    private interface Starting {
        LocalServer start() throws LocalServerFailed;
    }

    private LocalServer started(Starting starting) {
        try {
            LocalServer server = starting.start();
            keep(server);
            return server;
        } catch (LocalServerFailed failed) {
            throw new CommandFailed(failed.refusal());
        }
    }

    private synchronized void keep(LocalServer server) {
        if (closed) {
            server.close();
            throw new CommandFailed(new Refusal.Closing());
        }
        running.put(server.id(), server);
        ever.put(server.id(), server);
        server.onExit().thenAccept(exit -> {
            if (forget(server)) {
                inbox.post(new Change.ServerEnded(server.id(), exit.lastLines()));
            }
        });
    }

    /** Returns whether the server was known to run. If it ends by itself and is also stopped, only the first counts. */
    private synchronized boolean forget(LocalServer server) {
        return running.remove(server.id(), server);
    }

    private static Connection connection(LocalServer server) {
        return new Connection(new Endpoint(server.id(), Optional.of(server.credentials())));
    }

    @Override
    public synchronized void close() {
        closed = true;
        List<LocalServer> all = List.copyOf(running.values());
        running.clear();
        all.forEach(LocalServer::close);
    }
}
