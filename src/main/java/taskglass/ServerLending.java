package taskglass;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import taskglass.desktop.SingleInstance;
import taskglass.opencode.local.OwnServer;

/**
 * Shares the servers that a window started with other Taskglass processes of this user, through a socket in a folder
 * that only this user can enter. Credentials are sent there and nowhere else.
 */
final class ServerLending implements AutoCloseable {
    private static final String SOCKETS = "servers-*.sock";

    /** A stopped window accepts a connection and never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** While file descriptors have run out, no connection can be accepted: accepting is retried after this pause. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Path address;
    private final ServerSocketChannel socket;

    private ServerLending(Path address, ServerSocketChannel socket) {
        this.address = address;
        this.socket = socket;
    }

    /** Opens the socket of this process. Fails if the folder supports none. */
    static ServerLending in(Path folder) throws IOException {
        SingleInstance.own(folder);
        Path address = folder.resolve(
                SOCKETS.replace("*", String.valueOf(ProcessHandle.current().pid())));
        Files.deleteIfExists(address);
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(address));
        try {
            Files.setPosixFilePermissions(address, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException e) {
            // Windows: the folder is inside the user's own profile, which others may not enter.
        }
        return new ServerLending(address, socket);
    }

    /** Sends each client one line per server, until this is closed. Blocks. */
    void listen(Supplier<List<OwnServer>> servers) {
        while (socket.isOpen()) {
            try (SocketChannel visitor = socket.accept()) {
                StringBuilder lines = new StringBuilder();
                servers.get().forEach(server -> lines.append(server.line()).append('\n'));
                ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    visitor.write(bytes);
                }
            } catch (IOException e) {
                // Closed, or the client has gone, or file descriptors have run out.
                if (socket.isOpen()) {
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            }
        }
    }

    /** Returns what the windows of this user lend now. Blocks, but not for long. */
    static List<OwnServer> from(Path folder) {
        List<OwnServer> lent = new ArrayList<>();
        try (DirectoryStream<Path> sockets = Files.newDirectoryStream(folder, SOCKETS)) {
            for (Path socket : sockets) {
                lent.addAll(query(socket));
            }
        } catch (IOException e) {
            // Without the folder there is no window.
        }
        return lent;
    }

    private static List<OwnServer> query(Path address) {
        try (SocketChannel window = SocketChannel.open(UnixDomainSocketAddress.of(address))) {
            CompletableFuture<List<OwnServer>> read = new CompletableFuture<>();
            Taskglass.runInBackground(() -> read.complete(read(window)));
            return read.completeOnTimeout(List.of(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (IOException | UnsupportedOperationException e) {
            removeIfLeft(address);
            return List.of();
        }
    }

    /** Removes the socket of a window that was killed and could not clean up. */
    private static void removeIfLeft(Path address) {
        try {
            long window = Long.parseLong(address.getFileName().toString().replaceAll("\\D", ""));
            if (ProcessHandle.of(window).isEmpty()) {
                Files.deleteIfExists(address);
            }
        } catch (IOException | NumberFormatException e) {
            // The file stays, which is harmless.
        }
    }

    private static List<OwnServer> read(SocketChannel window) {
        try {
            return new String(Channels.newInputStream(window).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> OwnServer.parse(line).stream())
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            Files.deleteIfExists(address);
        } catch (IOException e) {
            // The system closes the socket when the process ends.
        }
    }
}
