package taskglass.task.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import taskglass.task.ServerId;

/**
 * All OpenCode processes of this user on this machine, as of the last scan. A server is local if its process is among
 * them. A loopback address alone proves nothing, because a tunnel or a container may be behind it.
 *
 * @param found empty before the first scan
 */
public record LocalProcesses(Optional<List<LocalProcess>> found) {
    /** The state before the first scan. */
    public static final LocalProcesses UNKNOWN = new LocalProcesses(Optional.empty());

    public LocalProcesses {
        found = found.map(List::copyOf);
    }

    public static LocalProcesses of(List<LocalProcess> found) {
        return new LocalProcesses(Optional.of(found));
    }

    /** The process of a local server. */
    public Optional<LocalProcess> of(ServerId server) {
        return all().filter(process -> process.servers().contains(server)).findFirst();
    }

    public boolean isLocal(ServerId server) {
        return of(server).isPresent();
    }

    /** Whether the directories of its sessions are on this machine and can be checked from here. */
    public boolean sharesFiles(ServerId server) {
        return of(server).filter(LocalProcess::ourFiles).isPresent();
    }

    /** Where a local server stores its sessions; empty for all other servers, and if unknown. */
    Optional<String> database(ServerId server) {
        return of(server).flatMap(LocalProcess::database);
    }

    /**
     * Names the place where a local server stores its sessions, in the same words after a restart of the machine; empty
     * for all other servers, and if unknown. A path is preferred: the system's own key of a directory may change.
     */
    public Optional<String> place(ServerId server) {
        return database(server)
                .map(database -> all().filter(process -> process.database().equals(Optional.of(database)))
                        .flatMap(process -> process.path().stream())
                        .min(Comparator.naturalOrder())
                        .orElse(database));
    }

    /**
     * Whether no other process can be working on a session that this server lists but does not run.
     *
     * @param changed when the session last changed; a process started since then did not change it
     * @param idle which servers are known not to work on it
     */
    boolean noneBeside(ServerId server, Instant changed, Predicate<ServerId> idle) {
        Optional<LocalProcess> own = of(server);
        return found.isPresent()
                && own.isPresent()
                && all().filter(process -> !process.servers().contains(server))
                        .filter(own.get()::mayShareDatabase)
                        .filter(process -> !process.started().isAfter(changed))
                        .allMatch(process -> process.servers().stream().anyMatch(idle));
    }

    /** Removes the process of a server that has ended. */
    LocalProcesses ended(ServerId server) {
        return new LocalProcesses(found.map(all -> all.stream()
                .filter(process -> !process.servers().contains(server))
                .toList()));
    }

    /** The servers of processes that no longer exist. */
    List<ServerId> goneFrom(LocalProcesses now) {
        return all().filter(process -> now.all().noneMatch(process::is))
                .flatMap(process -> process.servers().stream())
                .distinct()
                .toList();
    }

    private Stream<LocalProcess> all() {
        return found.stream().flatMap(List::stream);
    }
}
