package taskglass.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import taskglass.engine.monitor.ServerMonitor;
import taskglass.engine.monitor.ServerMonitors;
import taskglass.opencode.discovery.FoundServer;
import taskglass.task.Reason;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.status.AgentTask;
import taskglass.task.store.TaskStore;

/**
 * The servers that are watched because a scan found them. A server is watched as soon as it has answered, and dropped
 * when it is gone and nothing was running there.
 */
final class DiscoveredServers {
    /** A server that is being restarted is missing in one scan and back in the next. */
    private static final int SCANS_BEFORE_GONE = 2;

    private final ServerMonitors monitors;
    private final TaskStore store;
    private final Map<ServerId, FoundServer> watched = new HashMap<>();
    private final Map<ServerId, Integer> missing = new HashMap<>();

    DiscoveredServers(ServerMonitors monitors, TaskStore store) {
        this.monitors = monitors;
        this.store = store;
    }

    /** How a server was found; empty if no scan found it. */
    Optional<ServerOrigin> origin(ServerId server) {
        return Optional.ofNullable(watched.get(server)).map(FoundServer::origin);
    }

    /** Watches a server that has answered. Returns whether anything about it is new. */
    boolean found(FoundServer foundServer) {
        Optional<ServerMonitor> watch = monitors.find(foundServer.server());
        Optional<FoundServer> before = Optional.ofNullable(watched.get(foundServer.server()));
        if (watch.isEmpty()) {
            monitors.add(foundServer.connection());
            watched.put(foundServer.server(), foundServer);
            return true;
        }
        if (before.isPresent() && !before.get().equals(foundServer)) {
            watched.put(foundServer.server(), foundServer);
            // For example, the server was restarted with another password. A typed password is replaced only by one
            // that works.
            foundServer.credentials().ifPresent(known -> watch.get().authorise(known.password()));
            return true;
        }
        return false;
    }

    /** Takes in everything that a scan found. Returns whether a server is new or was dropped. */
    boolean onScan(List<FoundServer> servers) {
        boolean changed = false;
        for (FoundServer foundServer : servers) {
            changed |= found(foundServer);
        }
        List<ServerId> present = servers.stream().map(FoundServer::server).toList();
        missing.keySet().removeAll(present);
        for (ServerId server : List.copyOf(watched.keySet())) {
            changed |= !present.contains(server) && dropIfGone(server);
        }
        return changed;
    }

    /** A server that had running tasks when it disappeared stays as unreachable: the user sees what became of them. */
    private boolean dropIfGone(ServerId server) {
        int scans = missing.merge(server, 1, Integer::sum);
        boolean atWork = store.tasks().stream()
                .filter(task -> task.key().server().equals(server))
                .anyMatch(task -> task.status().active() || endedWithOpenCode(task));
        if (scans < SCANS_BEFORE_GONE || atWork) {
            return false;
        }
        watched.remove(server);
        missing.remove(server);
        monitors.drop(server);
        return true;
    }

    private static boolean endedWithOpenCode(AgentTask task) {
        return task.outcome()
                .filter(outcome -> outcome.why().code() == Reason.Code.OPENCODE_ENDED)
                .isPresent();
    }

    /** Forgets all of them. Whether they are watched is not changed. */
    void clear() {
        watched.clear();
    }
}
