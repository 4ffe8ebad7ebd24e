package taskglass;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Where a second start knocks so that the window of the first one comes to the front: a lock, which the system takes from
 * a process however that ends, and a socket beside it, in a folder of this user alone.
 */
final class Door implements AutoCloseable {
    private static final int TRIES = 20;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);

    private final FileLock lock;
    private final ServerSocketChannel socket;

    private Door(FileLock lock, ServerSocketChannel socket) {
        this.lock = lock;
        this.socket = socket;
    }

    /** Takes the door; empty while another process has it. Fails where this folder cannot have one. */
    static Optional<Door> take(Path folder) throws IOException {
        own(folder);
        FileChannel file =
                FileChannel.open(folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return Optional.of(new Door(lock, socket(folder)));
            }
        } catch (OverlappingFileLockException e) {
            // It is this very process that has the door.
        } catch (IOException | UnsupportedOperationException e) {
            file.close();
            throw new IOException("no door can be made", e);
        }
        file.close();
        return Optional.empty();
    }

    /** Whoever had the lock before has gone, so nobody listens at the socket that it may have left. */
    private static ServerSocketChannel socket(Path folder) throws IOException {
        Files.deleteIfExists(address(folder));
        ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return socket.bind(UnixDomainSocketAddress.of(address(folder)));
    }

    /** Asks the window that has the door to come to the front, which may only just have taken it; whether it heard. */
    static boolean knock(Path folder) {
        for (int tries = 1; tries < TRIES; tries++) {
            if (knockOnce(folder)) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
        }
        return knockOnce(folder);
    }

    private static boolean knockOnce(Path folder) {
        try (SocketChannel visitor = SocketChannel.open(UnixDomainSocketAddress.of(address(folder)))) {
            return visitor.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Answers each knock, until the door is closed. Blocks. */
    void listen(Runnable knocked) {
        while (socket.isOpen()) {
            try (SocketChannel visitor = socket.accept()) {
                knocked.run();
                visitor.write(ByteBuffer.wrap(new byte[] {1}));
            } catch (IOException e) {
                // Closed, or the visitor has gone: neither is anybody's trouble.
            }
        }
    }

    private static Path address(Path folder) {
        return folder.resolve("window.sock");
    }

    private static void own(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException e) {
            // Windows: the folder is below the user's own, which others may not enter.
        } catch (FileSystemException e) {
            throw new IOException("the folder is somebody else's", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            lock.acquiredBy().close();
        } catch (IOException e) {
            // The system takes both from the process when it ends.
        }
    }
}
