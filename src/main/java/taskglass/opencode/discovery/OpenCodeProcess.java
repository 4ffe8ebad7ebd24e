package taskglass.opencode.discovery;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import taskglass.opencode.local.DataDirectory;
import taskglass.task.ServerId;
import taskglass.task.store.LocalProcess;

/**
 * A process of this user that runs OpenCode.
 *
 * @param directory where it was started, "" if unknown
 * @param terminal whether the user works in it, so that it need not open a port
 * @param started by the clock of this computer
 * @param database where its sessions are kept; empty if unknown
 * @param ourFiles whether it sees the same files as Taskglass
 */
public record OpenCodeProcess(
        long pid,
        String directory,
        boolean terminal,
        Instant started,
        Optional<DataDirectory.Place> database,
        boolean ourFiles) {

    LocalProcess at(Set<ServerId> servers) {
        return new LocalProcess(
                pid,
                started,
                database.map(DataDirectory.Place::key),
                database.filter(_ -> ourFiles).map(DataDirectory.Place::path),
                ourFiles,
                servers);
    }
}
