package taskglass.opencode.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import taskglass.task.PortlessOpenCode;
import taskglass.task.ServerId;
import taskglass.task.store.LocalProcess;

/**
 * Scans again and again, and remembers the answers. As long as the same process listens on the same port, it is not
 * asked again, so a scan without changes costs no request. Blocks for seconds if something does not answer. Used by one
 * thread at a time.
 */
public final class ServerSearch {
    private final SearchScope scope;
    private final ServerProbe serverProbe = new ServerProbe();
    private final Map<Candidate, ProbeResult> verdicts = new HashMap<>();
    private final MdnsTurns turns = new MdnsTurns(System::nanoTime);
    private Optional<MdnsBrowser> mdns = Optional.empty();

    public ServerSearch(SearchScope scope) {
        this.scope = scope;
    }

    /** Sets whether servers on the local network are looked for, too. Stopping may take seconds. */
    public void searchLocalNetwork(boolean wanted) {
        if (!wanted) {
            mdns.ifPresent(MdnsBrowser::close);
            mdns = Optional.empty();
        } else if (mdns.isEmpty()) {
            mdns = Optional.of(MdnsBrowser.elsewhere());
        }
    }

    /** Scans for processes only, and sends no requests. */
    public DiscoveryResult lookAtProcesses(Consumer<List<LocalProcess>> first) {
        List<LocalProcess> processes = Candidates.of(scope).processes();
        first.accept(processes);
        return new DiscoveryResult(List.of(), List.of(), processes);
    }

    /** Scans once. Each server is passed on as soon as it has answered. */
    public DiscoveryResult runOnce(Consumer<FoundServer> onFound) {
        return runOnce(processes -> {}, onFound);
    }

    /** Scans once. The processes are passed on first, before any request. */
    public DiscoveryResult runOnce(Consumer<List<LocalProcess>> first, Consumer<FoundServer> onFound) {
        Candidates candidates = Candidates.of(scope);
        first.accept(candidates.processes());
        List<Candidate> all = new ArrayList<>(candidates.list());
        mdns.ifPresent(network -> {
            network.listenAt(Networks.addresses());
            all.addAll(turns.ordered(network.candidates()));
        });
        verdicts.keySet().retainAll(new HashSet<>(all));
        verdicts.values().removeIf(ProbeResult.NotYet.class::isInstance);
        List<FoundServer> found = new ArrayList<>();
        Set<ServerId> reported = new HashSet<>();
        for (Candidate candidate : all) {
            boolean known = reported.contains(candidate.server());
            boolean asked = verdicts.containsKey(candidate) || turns.has(candidate);
            if (!known && asked && verdict(candidate) instanceof ProbeResult.Believed(var credentials)) {
                reported.add(candidate.server());
                found.add(new FoundServer(candidate.server(), candidate.origin(), credentials));
                onFound.accept(found.getLast());
            }
        }
        return new DiscoveryResult(found, portless(candidates, all), candidates.processes());
    }

    private ProbeResult verdict(Candidate candidate) {
        return verdicts.computeIfAbsent(candidate, serverProbe::of);
    }

    /** A port that is something else, such as the target of a log-in redirect, gives no access to the sessions. */
    private List<PortlessOpenCode> portless(Candidates candidates, List<Candidate> all) {
        return candidates.terminals().stream()
                .filter(process -> all.stream()
                        .filter(candidate -> candidates.isPortOf(process, candidate))
                        .map(this::verdict)
                        .allMatch(ProbeResult.SomethingElse.class::isInstance))
                .map(process -> new PortlessOpenCode(process.pid(), process.directory()))
                .toList();
    }
}
