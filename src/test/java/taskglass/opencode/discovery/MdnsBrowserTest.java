package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import javax.jmdns.impl.ServiceInfoImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.task.ServerId;
import taskglass.task.ServerOrigin;

/** Servers that announce themselves on the loopback interface as a real 1.18.33 does with {@code --mdns}. */
@Tag("slow")
class MdnsBrowserTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    /** One of each for all: both take seconds to end. */
    private static final MdnsBrowser NEIGHBOURS = new MdnsBrowser(address -> true);

    private static JmDNS announcer;

    @BeforeAll
    static void listen() throws IOException {
        announcer = JmDNS.create(HERE, "opencode");
        NEIGHBOURS.listenAt(List.of(HERE));
    }

    @AfterAll
    static void close() throws IOException {
        NEIGHBOURS.close();
        announcer.close();
    }

    @Test
    void aServerThatAnnouncesItselfIsACandidateWithoutAPassword() throws IOException {
        announce("opencode-18997", 18997);
        Await.until("it is heard", () -> hears(18997));
        assertThat(NEIGHBOURS.candidates())
                .contains(new Candidate.OfPort(
                        new ServerId("http://127.0.0.1:18997"),
                        new ServerOrigin.Announced("opencode-18997"),
                        "opencode-18997",
                        Optional.empty()));
    }

    @Test
    void whatIsNotCalledOpenCodeIsNone() throws IOException {
        announce("printer", 631);
        announce("opencode-18998", 18998);
        Await.until("OpenCode is heard", () -> hears(18998));
        assertThat(hears(631)).isFalse();
    }

    @Test
    void oneWhoseAddressDoesNotCountIsNotKept() throws IOException {
        List<InetAddress> seen = new CopyOnWriteArrayList<>();
        try (MdnsBrowser picky = new MdnsBrowser(address -> {
            seen.add(address);
            return false;
        })) {
            picky.listenAt(List.of(HERE));
            announce("opencode-19001", 19001);
            Await.until("its address was looked at", () -> !seen.isEmpty());
            assertThat(picky.candidates()).isEmpty();
        }
    }

    @Test
    void nobodyFillsTheListWithMoreThanItHolds() throws IOException {
        MdnsBrowser full = new MdnsBrowser(address -> true);
        for (int i = 0; i < 1000; i++) {
            full.onService("opencode-4096 (" + i + ")", info(4096 + i, "10.0.0." + i % 250));
        }
        assertThat(full.candidates())
                .extracting(candidate -> candidate.server().url().replaceFirst(".*:", ""))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(4096, 4096 + MdnsBrowser.MOST)
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @Test
    void oneWithManyAddressesIsNotManyServers() throws IOException {
        MdnsBrowser browser = new MdnsBrowser(address -> true);
        String[] all = IntStream.range(0, 200).mapToObj(i -> "10.0.0." + i).toArray(String[]::new);
        browser.onService("opencode-4096", info(4096, all));
        assertThat(browser.candidates()).hasSize(MdnsBrowser.MOST);
    }

    private static ServiceInfo info(int port, String... addresses) throws IOException {
        Inet4Address[] all = new Inet4Address[addresses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (Inet4Address) InetAddress.getByName(addresses[i]);
        }
        return new ServiceInfoImpl("_http._tcp.local.", "opencode-" + port, "", port, 0, 0, false, new byte[0]) {
            @Override
            public Inet4Address[] getInet4Addresses() {
                return all.clone();
            }
        };
    }

    @Test
    void oneThatSaysGoodbyeIsNoCandidateAnyMore() throws IOException {
        ServiceInfo known = announce("opencode-18999", 18999);
        Await.until("it is heard", () -> hears(18999));
        announcer.unregisterService(known);
        Await.until("it has gone", () -> !hears(18999));
    }

    @Test
    void oneOfThisMachineIsLeftToItsProcess() throws IOException {
        try (MdnsBrowser elsewhere = MdnsBrowser.elsewhere()) {
            elsewhere.listenAt(List.of(HERE));
            announce("opencode-19000", 19000);
            Await.until("it is heard", () -> hears(19000));
            assertThat(elsewhere.candidates()).isEmpty();
        }
    }

    private static boolean hears(int port) {
        return NEIGHBOURS.candidates().stream()
                .anyMatch(candidate -> candidate.server().url().endsWith(":" + port));
    }

    private static ServiceInfo announce(String name, int port) throws IOException {
        ServiceInfo info = ServiceInfo.create("_http._tcp.local.", name, port, 0, 0, Map.of("path", "/"));
        announcer.registerService(info);
        return info;
    }
}
