package taskglass.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All OpenCode processes of this user on this machine, as the last look found them. A server is local when its process
 * is among them: a loopback address alone proves nothing, for a tunnel or a container may be behind it.
 *
 * @param found empty before the first look
 */
public record LocalProcesses(Optional<List<LocalProcess>> found) {
    /** Nobody has looked. */
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

    /** Whether the directories of its sessions are those of this machine, to be looked at from here. */
    public boolean sharesFiles(ServerId server) {
        return of(server).filter(LocalProcess::ourFiles).isPresent();
    }

    /** Where a local server keeps its sessions; empty for all others, and where nobody can tell. */
    Optional<String> database(ServerId server) {
        return of(server).flatMap(LocalProcess::database);
    }

    /**
     * Whether no other process can be at work on what this server lists and does not run.
     *
     * @param changed when the session last changed: who has started since did not change it
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

    /** The server has ended, and its process with it. */
    LocalProcesses ended(ServerId server) {
        return new LocalProcesses(found.map(all -> all.stream()
                .filter(process -> !process.servers().contains(server))
                .toList()));
    }

    /** The servers of processes that are not there any more. */
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
