package taskglass.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import taskglass.settings.PrivateFiles;

/**
 * Keeps Taskglass to one instance per user: a second start asks the first window to come to the front. Uses a lock
 * file, which the system releases however a process ends, and a socket beside it, in a folder that only this user can
 * enter.
 */
public final class SingleInstance implements AutoCloseable {
    /** How long a second start waits for an answer: a window that is stopped or hangs never answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Path folder;
    private final FileChannel file;
    /** Empty while another process holds the lock. */
    private volatile Optional<ServerSocketChannel> socket = Optional.empty();

    private SingleInstance(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Takes the lock and opens the socket. Returns empty while another process holds the lock. Fails if this folder
     * cannot hold them.
     */
    public static Optional<SingleInstance> acquire(Path folder) throws IOException {
        SingleInstance instance = behind(folder);
        try {
            if (instance.file.tryLock() != null) {
                instance.open();
                return Optional.of(instance);
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds the lock.
        } catch (IOException | UnsupportedOperationException e) {
            instance.close();
            throw new IOException("the lock cannot be created", e);
        }
        instance.close();
        return Optional.empty();
    }

    /** Returns an instance without the lock. {@link #listen} waits until no other process holds it. */
    public static SingleInstance behind(Path folder) throws IOException {
        own(folder);
        return new SingleInstance(
                folder,
                FileChannel.open(folder.resolve("window.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    /**
     * Opens the socket. The previous holder of the lock is gone, so nothing listens on a socket that it may have left.
     */
    private void open() throws IOException {
        Files.deleteIfExists(address(folder));
        ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket = Optional.of(opened.bind(UnixDomainSocketAddress.of(address(folder))));
    }

    /**
     * Asks the first window to come to the front, and to open a task. Retries, because that window may only just have
     * taken the lock.
     *
     * @param task the id of the task; empty to open none
     * @return whether the window answered
     */
    public static boolean activateOther(Path folder, Optional<TaskId> task) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long left = PATIENCE.toNanos();
        while (left > 0) {
            if (knockOnce(folder, task, Duration.ofNanos(left))) {
                return true;
            }
            LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            left = end - System.nanoTime();
        }
        return false;
    }

    private static boolean knockOnce(Path folder, Optional<TaskId> task, Duration patience) {
        try (SocketChannel visitor = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector answer = Selector.open()) {
            visitor.configureBlocking(false);
            if (!visitor.connect(UnixDomainSocketAddress.of(address(folder)))) {
                return false;
            }
            visitor.write(Visit.request(task));
            visitor.register(answer, SelectionKey.OP_READ);
            answer.select(Math.max(1, patience.toMillis()));
            return visitor.read(ByteBuffer.allocate(1)) == 1;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /**
     * Answers each second start until this is closed, and passes on the task that it wants opened, if any. First waits
     * for the lock if another process holds it. Blocks.
     */
    public void listen(Consumer<Optional<TaskId>> knocked) {
        try {
            if (socket.isEmpty()) {
                file.lock();
                open();
            }
            answer(socket.orElseThrow(), knocked, pause -> LockSupport.parkNanos(pause.toNanos()));
        } catch (IOException | UnsupportedOperationException | OverlappingFileLockException e) {
            // Closed while it waited, or the folder supports no lock or socket: every start opens a separate window.
        }
    }

    /**
     * Accepts connections. If that fails, for example because all file descriptors are in use, it waits: only others
     * can fix that.
     */
    static void answer(ServerSocketChannel socket, Consumer<Optional<TaskId>> knocked, Consumer<Duration> pause) {
        Duration next = BETWEEN_TRIES;
        while (socket.isOpen()) {
            try (SocketChannel visitor = socket.accept()) {
                next = BETWEEN_TRIES;
                greet(visitor, knocked);
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                pause.accept(next);
                next = next.compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : next;
            }
        }
    }

    private static void greet(SocketChannel visitor, Consumer<Optional<TaskId>> knocked) {
        knocked.accept(Visit.read(visitor));
        try {
            visitor.configureBlocking(false);
            visitor.write(ByteBuffer.wrap(new byte[] {1}));
        } catch (IOException e) {
            // The client has gone, which needs no handling.
        }
    }

    private static Path address(Path folder) {
        return folder.resolve("window.sock");
    }

    /** Makes the folder accessible to this user only. */
    public static void own(Path folder) throws IOException {
        try {
            PrivateFiles.own(folder);
        } catch (FileSystemException e) {
            throw new IOException("the folder is somebody else's", e);
        }
    }

    @Override
    public void close() {
        try {
            if (socket.isPresent()) {
                socket.get().close();
            }
            file.close();
        } catch (IOException e) {
            // The system releases both when the process ends.
        }
    }
}
