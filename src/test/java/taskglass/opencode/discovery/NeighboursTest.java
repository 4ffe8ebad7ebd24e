package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jmdns.JmDNS;
import javax.jmdns.ServiceInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.lab.Await;
import taskglass.task.Origin;
import taskglass.task.ServerId;

/** Servers that announce themselves on the loopback interface as a real 1.18.33 does with {@code --mdns}. */
class NeighboursTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final Neighbours neighbours = new Neighbours(address -> true);
    private JmDNS announcer;

    @BeforeEach
    void listen() throws IOException {
        announcer = JmDNS.create(HERE, "opencode");
        neighbours.listenAt(List.of(HERE));
    }

    @AfterEach
    void close() throws IOException {
        neighbours.close();
        announcer.close();
    }

    @Test
    void aServerThatAnnouncesItselfIsACandidateWithoutAPassword() throws IOException {
        announce("opencode-18997", 18997);
        Await.until("it is heard", () -> !neighbours.candidates().isEmpty());
        assertThat(neighbours.candidates())
                .containsExactly(new Candidate.OfPort(
                        new ServerId("http://127.0.0.1:18997"),
                        new Origin.Announced("opencode-18997"),
                        "opencode-18997",
                        Optional.empty()));
    }

    @Test
    void whatIsNotCalledOpenCodeIsNone() throws IOException {
        announce("printer", 631);
        announce("opencode-18997", 18997);
        Await.until("OpenCode is heard", () -> !neighbours.candidates().isEmpty());
        assertThat(neighbours.candidates()).hasSize(1);
    }

    @Test
    void oneThatSaysGoodbyeIsNoCandidateAnyMore() throws IOException {
        announce("opencode-18997", 18997);
        Await.until("it is heard", () -> !neighbours.candidates().isEmpty());
        announcer.unregisterAllServices();
        Await.until("it has gone", () -> neighbours.candidates().isEmpty());
    }

    @Test
    void oneOfThisMachineIsLeftToItsProcess() throws IOException {
        try (Neighbours elsewhere = Neighbours.elsewhere()) {
            elsewhere.listenAt(List.of(HERE));
            announce("opencode-18997", 18997);
            Await.until("it is heard", () -> !neighbours.candidates().isEmpty());
            assertThat(elsewhere.candidates()).isEmpty();
        }
    }

    private void announce(String name, int port) throws IOException {
        announcer.registerService(ServiceInfo.create("_http._tcp.local.", name, port, 0, 0, Map.of("path", "/")));
    }
}
