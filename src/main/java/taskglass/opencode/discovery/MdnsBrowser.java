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
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/**
 * The OpenCode servers that announce themselves on the local network, as {@code opencode serve --mdns} does. They may
 * belong to anyone, so none is sent a password. Used by one thread; announcements arrive on JmDNS's threads.
 */
final class MdnsBrowser implements AutoCloseable {
    private static final String TYPE = "_http._tcp.local.";

    /** The name that 1.18 uses. If another computer uses the same port, a number may be added. */
    private static final String NAME = "opencode-\\d+.*";

    /** More than anyone has in use. Anyone on the network can announce any number of servers. */
    static final int MOST = 32;

    private final Predicate<InetAddress> concerned;
    private final Map<InetAddress, JmDNS> ears = new HashMap<>();
    private final Map<String, ServiceInfo> announced = new ConcurrentHashMap<>();

    /** @param concerned which addresses count */
    MdnsBrowser(Predicate<InetAddress> concerned) {
        this.concerned = concerned;
    }

    /** Servers of other computers. Those of this one are found through their processes. */
    static MdnsBrowser elsewhere() {
        return new MdnsBrowser(Networks::isNeighbour);
    }

    /** Listens on exactly these addresses of this computer, and stops listening on others. */
    void listenAt(List<InetAddress> addresses) {
        Set<InetAddress> gone = new HashSet<>(ears.keySet());
        addresses.forEach(gone::remove);
        gone.forEach(address -> close(ears.remove(address)));
        for (InetAddress address : addresses) {
            ears.computeIfAbsent(address, this::listen);
        }
    }

    /** Returns null, which is not stored, if listening fails. The next scan tries again. */
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
    synchronized void onService(String name, ServiceInfo info) {
        boolean room = announced.size() < MOST || announced.containsKey(name);
        if (room && name.matches(NAME) && Stream.of(info.getInet4Addresses()).anyMatch(concerned)) {
            announced.put(name, info);
        }
    }

    /** Each computer calls itself opencode.local, so a name may have several addresses: all are asked. */
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
        return new Candidate.OfPort(server, new ServerOrigin.Announced(name), name, Optional.empty());
    }

    private static void close(JmDNS ear) {
        try {
            ear.close();
        } catch (IOException gone) {
            // nothing left to close
        }
    }

    @Override
    public void close() {
        listenAt(List.of());
    }

    private final class Listener implements ServiceListener {
        @Override
        public void serviceAdded(ServiceEvent event) {
            // The details come with the next call.
        }

        @Override
        public void serviceRemoved(ServiceEvent event) {
            announced.remove(event.getName());
        }

        @Override
        public void serviceResolved(ServiceEvent event) {
            onService(event.getName(), event.getInfo());
        }
    }
}
