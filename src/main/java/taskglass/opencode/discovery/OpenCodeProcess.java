package taskglass.opencode.discovery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import taskglass.task.LocalProcess;
import taskglass.task.ServerId;

/**
 * A process of this user's that runs OpenCode.
 *
 * @param directory the one it was started in, "" where nobody can tell
 * @param terminal whether a person works in it, so that it need not open a port
 * @param started by the clock of this machine
 * @param database where its sessions are kept; empty where nobody can tell
 * @param ourFiles whether it sees the files that we see
 */
record OpenCodeProcess(
        long pid, String directory, boolean terminal, Instant started, Optional<String> database, boolean ourFiles) {

    LocalProcess at(Set<ServerId> servers) {
        return new LocalProcess(pid, started, database, ourFiles, servers);
    }
}
