package taskglass.opencode.discovery;

import java.io.IOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceEvent;
import javax.jmdns.ServiceInfo;
import javax.jmdns.ServiceListener;
import taskglass.task.Origin;
import taskglass.task.ServerId;

/**
 * The OpenCode servers that announce themselves in the local network, as {@code opencode serve --mdns} does. They may be
 * anybody's, so none is asked with a password. Used by one thread; what it hears comes on others, of JmDNS's.
 */
final class Neighbours implements AutoCloseable {
    private static final String TYPE = "_http._tcp.local.";

    /** As 1.18 calls itself; who has the same port on another machine may get a number behind that. */
    private static final String NAME = "opencode-\\d+.*";

    /** Nobody has more at work, and anybody in the network may announce as many as they like. */
    static final int MOST = 32;

    private final Predicate<InetAddress> concerned;
    private final Map<InetAddress, JmDNS> ears = new HashMap<>();
    private final Map<String, ServiceInfo> announced = new ConcurrentHashMap<>();

    /** @param concerned whose servers count, by their addresses */
    Neighbours(Predicate<InetAddress> concerned) {
        this.concerned = concerned;
    }

    /** Those of other machines: what runs on this one is found by its process. */
    static Neighbours elsewhere() {
        return new Neighbours(Networks::isNeighbour);
    }

    /** Listens at each of these addresses of this machine, and at no other any more. */
    void listenAt(List<InetAddress> addresses) {
        Set<InetAddress> gone = new HashSet<>(ears.keySet());
        addresses.forEach(gone::remove);
        gone.forEach(address -> close(ears.remove(address)));
        for (InetAddress address : addresses) {
            ears.computeIfAbsent(address, this::listen);
        }
    }

    /** Null, which is not kept, where nothing is to be heard: it is tried again with the next look. */
    private JmDNS listen(InetAddress address) {
        try {
            JmDNS ear = JmDNS.create(address);
            ear.addServiceListener(TYPE, new Listener());
            return ear;
        } catch (IOException deaf) {
            return null;
        }
    }

    /** JmDNS calls from several threads. */
    synchronized void heard(String name, ServiceInfo info) {
        boolean room = announced.size() < MOST || announced.containsKey(name);
        if (room && name.matches(NAME) && Stream.of(info.getInet4Addresses()).anyMatch(concerned)) {
            announced.put(name, info);
        }
    }

    /** Each machine calls itself opencode.local, so a name may stand for several addresses: all are asked. */
    List<Candidate> candidates() {
        return announced.values().stream()
                .flatMap(info -> Stream.of(info.getInet4Addresses())
                        .filter(concerned)
                        .map(address -> candidate(info.getName(), address, info.getPort())))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private static Candidate candidate(String name, InetAddress address, int port) {
        ServerId server = new ServerId("http://" + address.getHostAddress() + ":" + port);
        return new Candidate.OfPort(server, new Origin.Announced(name), name, Optional.empty());
    }

    private static void close(JmDNS ear) {
        try {
            ear.close();
        } catch (IOException gone) {
            // as it should be
        }
    }

    @Override
    public void close() {
        listenAt(List.of());
    }

    private final class Listener implements ServiceListener {
        @Override
        public void serviceAdded(ServiceEvent event) {
            // What it is comes with the next call.
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            announced.remove(event.getName());
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            heard(event.getName(), event.getInfo());
        }
    }
}
