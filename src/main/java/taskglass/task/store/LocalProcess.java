package taskglass.task.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import taskglass.task.ServerId;

/**
 * An OpenCode process of this user on this machine. It may work on any session of its database.
 *
 * @param started its start time, by the clock of this machine
 * @param database where its sessions are stored: the same text for the same place; empty if unknown
 * @param path the path of that place as it is seen from here; empty if the process does not see our files
 * @param ourFiles whether a path means the same to it as to Taskglass, so that it does not run in a container
 * @param servers the addresses it listens on; empty for a terminal without a port
 */
public record LocalProcess(
        long pid,
        Instant started,
        Optional<String> database,
        Optional<String> path,
        boolean ourFiles,
        Set<ServerId> servers) {
    public LocalProcess {
        servers = Set.copyOf(servers);
    }

    /** Creates a process whose database has no path here. */
    public LocalProcess(long pid, Instant started, Optional<String> database, boolean ourFiles, Set<ServerId> servers) {
        this(pid, started, database, Optional.empty(), ourFiles, servers);
    }

    /** Whether it is the same process, and not a new one with a reused process id. */
    boolean is(LocalProcess other) {
        return pid == other.pid && started.equals(other.started);
    }

    /** Whether both may store their sessions in the same place. If the place of one is unknown, they may. */
    boolean mayShareDatabase(LocalProcess other) {
        return database.isEmpty() || other.database.isEmpty() || database.equals(other.database);
    }
}
