package taskglass.opencode.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;

/** The networks that this machine is in at the moment. */
final class Networks {
    private Networks() {}

    /** This machine's addresses in networks where others may announce themselves. */
    static List<InetAddress> addresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Networks::hasNeighbours)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static boolean hasNeighbours(NetworkInterface network) {
        try {
            return network.isUp() && network.supportsMulticast() && !network.isLoopback() && !network.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }
}
