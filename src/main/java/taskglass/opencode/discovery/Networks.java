package taskglass.opencode.discovery;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The networks that this computer is currently connected to. */
final class Networks {
    private Networks() {}

    /** Returns this computer's addresses in networks where others may announce themselves. */
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

    /** Whether an address is a private one in a network that this computer is connected to, and not its own. */
    static boolean isNeighbour(InetAddress address) {
        boolean isPrivate = address.isSiteLocalAddress() || address.isLinkLocalAddress();
        return isPrivate && own().noneMatch(mine -> mine.getAddress().equals(address)) && own().anyMatch(near(address));
    }

    private static Stream<InterfaceAddress> own() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(Networks::hasNeighbours)
                    .flatMap(network -> network.getInterfaceAddresses().stream());
        } catch (SocketException none) {
            return Stream.empty();
        }
    }

    private static Predicate<InterfaceAddress> near(InetAddress address) {
        return mine -> inOneNetwork(mine.getAddress(), mine.getNetworkPrefixLength(), address);
    }

    /** Whether two addresses agree in that number of leading bits. */
    static boolean inOneNetwork(InetAddress one, int bits, InetAddress other) {
        byte[] a = one.getAddress();
        byte[] b = other.getAddress();
        boolean same = a.length == b.length && bits > 0;
        for (int bit = 0; same && bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            same = (a[bit / Byte.SIZE] & mask) == (b[bit / Byte.SIZE] & mask);
        }
        return same;
    }

    private static boolean hasNeighbours(NetworkInterface network) {
        try {
            return network.isUp() && network.supportsMulticast() && !network.isLoopback() && !network.isPointToPoint();
        } catch (SocketException gone) {
            return false;
        }
    }
}
