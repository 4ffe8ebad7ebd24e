package taskglass.opencode.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose announcements count: those of private addresses in a network that this machine is in. */
class NetworksTest {
    @ParameterizedTest
    @CsvSource({
        "192.168.1.7, 24, 192.168.1.200, true",
        "192.168.1.7, 24, 192.168.2.200, false",
        "10.1.2.3, 8, 10.200.0.1, true",
        "172.16.5.1, 20, 172.16.15.255, true",
        "172.16.5.1, 20, 172.16.16.0, false",
        "10.1.2.3, 0, 10.1.2.4, false",
        "10.1.2.3, 32, 10.1.2.4, false",
    })
    void oneNetworkIsSoManyBits(String mine, int bits, String other, boolean same) throws UnknownHostException {
        assertThat(Networks.inOneNetwork(InetAddress.getByName(mine), bits, InetAddress.getByName(other)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "127.0.0.1", "224.0.0.251", "0.0.0.0", "100.64.0.1"})
    void whatIsNotPrivateIsNoNeighbour(String address) throws UnknownHostException {
        assertThat(Networks.isNeighbour(InetAddress.getByName(address))).isFalse();
    }

    @Test
    void thisMachineIsNoNeighbourOfItself() {
        assertThat(Networks.addresses()).noneMatch(Networks::isNeighbour);
    }
}
