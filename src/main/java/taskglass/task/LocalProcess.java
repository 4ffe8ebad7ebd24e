package taskglass.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A process of this user's on this machine that runs OpenCode: it may work on any session of its database.
 *
 * @param started when it was, by the clock of this machine
 * @param database where its sessions are kept: the same words for the same place; empty where nobody can tell
 * @param ourFiles whether a path means to it what it means to us, and not something within a container
 * @param servers what it listens at; empty for a terminal without a port
 */
public record LocalProcess(
        long pid, Instant started, Optional<String> database, boolean ourFiles, Set<ServerId> servers) {
    public LocalProcess {
        servers = Set.copyOf(servers);
    }

    /** Whether it is that very process, and not one that got the number of one that has ended. */
    boolean is(LocalProcess other) {
        return pid == other.pid && started.equals(other.started);
    }

    /** Whether their sessions are kept at the same place; of one of which nobody can tell that, they may be. */
    boolean mayShareDatabase(LocalProcess other) {
        return database.isEmpty() || other.database.isEmpty() || database.equals(other.database);
    }
}
