package taskglass;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketOption;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/** A server socket of a process whose file descriptors are all in use: it is open, and nobody can be let in. */
public final class FullServerSocket extends ServerSocketChannel {
    private int tries;

    public FullServerSocket() {
        super(SelectorProvider.provider());
    }

    public int tries() {
        return tries;
    }

    public void closeAfter(boolean enough) {
        if (enough) {
            try {
                close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public SocketChannel accept() throws IOException {
        tries++;
        throw new SocketException("Too many open files");
    }

    @Override
    public ServerSocketChannel bind(SocketAddress local, int backlog) {
        return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) {
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SocketAddress getLocalAddress() {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void implCloseSelectableChannel() {}

    @Override
    protected void implConfigureBlocking(boolean block) {}
}
