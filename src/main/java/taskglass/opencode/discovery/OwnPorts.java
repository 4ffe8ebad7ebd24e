package taskglass.opencode.discovery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Set;
import javax.net.SocketFactory;

/**
 * Connects only to ports of this computer on which no other user listens. A discovered server may end, and another user
 * may take its port before the next scan: its password must not go there. Thread-safe.
 */
final class OwnPorts extends SocketFactory {
    private final LocalMachine localMachine = LocalMachine.ofThis();

    @Override
    public Socket createSocket() {
        return new Socket() {
            @Override
            public void connect(SocketAddress address, int timeout) throws IOException {
                check(address);
                super.connect(address, timeout);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port), 0);
        return socket;
    }

    private synchronized void check(SocketAddress address) throws ConnectException {
        boolean foreign = address instanceof InetSocketAddress wanted
                && localMachine.listening(Set.of()).stream()
                        .anyMatch(listeningPort -> listeningPort.port() == wanted.getPort() && !listeningPort.mine());
        if (foreign) {
            throw new ConnectException("another user’s process listens there");
        }
    }
}
