package taskglass.opencode.discovery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import taskglass.opencode.http.Credentials;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;
import taskglass.task.store.LocalProcess;

/**
 * The places where OpenCode may listen, the most reliable first: what a service wrote, what processes opened, the
 * default port.
 */
final class Candidates {
    private final SearchScope scope;
    private final List<OpenCodeProcess> processes;
    private final List<ServiceFile> services;
    private final List<ListeningPort> sockets;

    private Candidates(
            SearchScope scope,
            List<OpenCodeProcess> processes,
            List<ServiceFile> services,
            List<ListeningPort> sockets) {
        this.scope = scope;
        this.processes = processes;
        this.services = services;
        this.sockets = sockets;
    }

    /** Returns the candidates that the computer shows now. */
    static Candidates of(SearchScope scope) {
        LocalMachine localMachine = scope.machine();
        List<OpenCodeProcess> processes = localMachine.openCodes();
        List<ServiceFile> services = scope.services().stream()
                .flatMap(path -> ServiceFile.all(path).stream())
                .flatMap(path -> ServiceFile.read(path, localMachine).stream())
                .toList();
        Set<Long> pids = new HashSet<>();
        processes.forEach(process -> pids.add(process.pid()));
        services.forEach(service -> pids.add(service.pid()));
        return new Candidates(scope, processes, services, localMachine.listening(pids));
    }

    List<Candidate> list() {
        List<Candidate> all = new ArrayList<>();
        services.forEach(service -> sockets.stream()
                .filter(socket -> socket.mine() && service.names(socket))
                .map(socket -> ofService(service, socket))
                .forEach(all::add));
        strangers().forEach(process -> ports(process).forEach(socket -> all.add(ofProcess(process, socket))));
        sockets.stream()
                .filter(socket -> scope.isDefault(socket.port()) && socket.answersOnLoopback())
                .filter(Predicate.not(this::isOfOpenCode))
                .map(socket -> new Candidate.OfPort(
                        socket.server(), new ServerOrigin.DefaultPort(), socket.mark(), Optional.empty()))
                .forEach(all::add);
        return all;
    }

    /** The processes that the user works with at a terminal. */
    List<OpenCodeProcess> terminals() {
        return strangers().stream().filter(OpenCodeProcess::terminal).toList();
    }

    /** All processes with the addresses that they listen on, whether they are servers or not. */
    List<LocalProcess> processes() {
        return concerned().stream()
                .map(process -> process.at(addresses(process)))
                .toList();
    }

    /** A process that listens on all addresses answers on each of them, and at the name of the loopback address. */
    private Set<ServerId> addresses(OpenCodeProcess process) {
        return ports(process).stream().flatMap(ListeningPort::names).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the candidate is a port of that process. */
    boolean isPortOf(OpenCodeProcess process, Candidate candidate) {
        return ports(process).stream().anyMatch(socket -> socket.server().equals(candidate.server()));
    }

    private static Candidate ofService(ServiceFile service, ListeningPort socket) {
        return new Candidate.OfService(
                socket.server(),
                new ServerOrigin.ServiceFile(service.path().toString()),
                socket.mark(),
                service.pid(),
                service.credentials());
    }

    private Candidate ofProcess(OpenCodeProcess process, ListeningPort socket) {
        Optional<Credentials> password = scope.password().filter(_ -> socket.mine());
        return new Candidate.OfPort(
                socket.server(),
                new ServerOrigin.Listener(process.pid(), process.directory()),
                socket.mark(),
                password);
    }

    private List<OpenCodeProcess> concerned() {
        return processes.stream()
                .filter(process -> scope.concerned().test(process.pid()))
                .toList();
    }

    /** The processes that this program did not start itself. */
    private List<OpenCodeProcess> strangers() {
        return concerned().stream()
                .filter(process -> !scope.own().test(process.pid()))
                .toList();
    }

    private List<ListeningPort> ports(OpenCodeProcess process) {
        return sockets.stream().filter(socket -> socket.isOf(process.pid())).toList();
    }

    /**
     * Whether the port belongs to an OpenCode process: it is then already a candidate of that process, or not of
     * interest.
     */
    private boolean isOfOpenCode(ListeningPort socket) {
        return processes.stream().anyMatch(process -> socket.isOf(process.pid()));
    }
}
