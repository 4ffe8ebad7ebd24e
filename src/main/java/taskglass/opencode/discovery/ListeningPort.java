package taskglass.opencode.discovery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.OptionalLong;
import java.util.stream.Stream;
import taskglass.task.ServerId;

/**
 * A TCP port of this computer on which a process listens.
 *
 * @param mine whether the process is this user's
 * @param pid the process, if it was among those asked for
 * @param mark changes once another socket has taken its place
 */
public record ListeningPort(InetAddress address, int port, boolean mine, OptionalLong pid, String mark) {
    /** Returns how to reach it from here. */
    ServerId server() {
        return new ServerId("http://" + host() + ":" + port);
    }

    /** Returns all addresses by which it can be reached from here. */
    Stream<ServerId> names() {
        Stream<String> loopback = address.isAnyLocalAddress()
                ? Stream.of("127.0.0.1", "localhost", "[::1]")
                : Stream.of("localhost").filter(_ -> address.isLoopbackAddress());
        return Stream.concat(Stream.of(server()), loopback.map(name -> new ServerId("http://" + name + ":" + port)))
                .distinct();
    }

    /** Whether a request to the loopback address of this computer reaches it. */
    boolean answersOnLoopback() {
        return address.isAnyLocalAddress() || address.isLoopbackAddress();
    }

    boolean isOf(long process) {
        return pid.isPresent() && pid.getAsLong() == process;
    }

    private String host() {
        if (address.isAnyLocalAddress()) {
            return "127.0.0.1";
        }
        return address instanceof Inet6Address
                ? "[" + (address.isLoopbackAddress() ? "::1" : address.getHostAddress()) + "]"
                : address.getHostAddress();
    }
}
