package taskglass.desktop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** What a second start writes to the first window: one line, empty or {@code open ID}. */
final class Visit {
    private static final String OPEN = "open ";
    private static final int LONGEST = 256;

    /** An older release writes nothing. The next visitor must not wait long for that. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private Visit() {}

    static ByteBuffer request(Optional<TaskId> task) {
        String line = task.map(id -> OPEN + id.text()).orElse("") + "\n";
        return ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads the line. Anything but an id of a task is ignored: then the window only comes to the front. */
    static Optional<TaskId> read(SocketChannel visitor) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Selector ready = Selector.open()) {
            visitor.configureBlocking(false);
            SelectionKey reading = visitor.register(ready, SelectionKey.OP_READ);
            long left = PATIENCE.toMillis();
            while (left > 0 && bytes.hasRemaining() && !text(bytes).endsWith("\n")) {
                ready.select(left);
                if (visitor.read(bytes) < 0) {
                    break;
                }
                ready.selectedKeys().clear();
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
            reading.cancel();
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.of(text(bytes))
                .filter(line -> line.startsWith(OPEN))
                .flatMap(line -> TaskId.parse(line.substring(OPEN.length()).strip()));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes.duplicate().flip()).toString();
    }
}
