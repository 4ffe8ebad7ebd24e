package taskglass.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.Connection;
import taskglass.opencode.Credentials;
import taskglass.opencode.Endpoint;
import taskglass.opencode.LocalOpenCode;
import taskglass.opencode.LocalServer;
import taskglass.opencode.LocalServerFailed;
import taskglass.task.Change;
import taskglass.task.Refusal;
import taskglass.task.ServerId;

/** The OpenCode servers that were started from here and end with us. Starting and closing block; safe from any thread. */
final class OwnServers implements AutoCloseable {
    private final Inbox inbox;
    private final LocalOpenCode program;
    private final List<LocalServer> running = new ArrayList<>();
    private final Set<ServerId> everStarted = new HashSet<>();
    private boolean closed;

    OwnServers(Inbox inbox, LocalOpenCode program) {
        this.inbox = inbox;
        this.program = program;
    }

    Optional<Path> installed() {
        return program.program();
    }

    /** Starts OpenCode in a folder; its password goes nowhere but into the connection. */
    Connection start(Path folder) {
        try {
            LocalServer server = program.start(folder);
            keep(server);
            Credentials credentials = new Credentials(server.username(), server.password());
            return new Connection(new Endpoint(id(server), Optional.of(credentials)));
        } catch (LocalServerFailed failed) {
            throw new CommandFailed(failed.refusal());
        }
    }

    /** Whether it was started from here, be it that it has ended. */
    synchronized boolean everStarted(ServerId server) {
        return everStarted.contains(server);
    }

    synchronized boolean started(ServerId server) {
        return running.stream().anyMatch(own -> id(own).equals(server));
    }

    private synchronized void keep(LocalServer server) {
        if (closed) {
            server.close();
            throw new CommandFailed(new Refusal.Closing());
        }
        running.add(server);
        everStarted.add(id(server));
        server.onExit().thenAccept(exit -> {
            if (!exit.wanted()) {
                drop(server);
                inbox.post(new Change.ServerEnded(id(server), exit.lastLines()));
            }
        });
    }

    private synchronized void drop(LocalServer server) {
        running.remove(server);
    }

    private static ServerId id(LocalServer server) {
        return new ServerId(server.baseUrl());
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(LocalServer::close);
        running.clear();
    }
}
