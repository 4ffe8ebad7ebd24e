package taskglass.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The open event streams. Events are sent in order; each stream is written by its own request's thread. */
final class Feed {
    private static final long HEARTBEAT_SECONDS = 10;
    private static final byte[] END = {};

    private final List<BlockingQueue<byte[]>> listeners = new CopyOnWriteArrayList<>();
    private final DemoIds demoIds = new DemoIds();

    /** Whether a client listens, so that text must be streamed in pieces. */
    boolean hasListeners() {
        return !listeners.isEmpty();
    }

    void send(String directory, String type, ObjectNode properties) {
        if (hasListeners()) {
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            event.put("directory", directory).put("project", "global");
            event.set("payload", payload(type, properties));
            byte[] data = data(event);
            listeners.forEach(listener -> listener.add(data));
        }
    }

    /** Writes all events from now on, until the stream is closed on either side. Blocks; called without the lock. */
    void writeTo(OutputStream out) throws IOException, InterruptedException {
        BlockingQueue<byte[]> mine = new LinkedBlockingQueue<>();
        mine.add(bare("server.connected"));
        listeners.add(mine);
        try {
            write(mine, out);
        } finally {
            listeners.remove(mine);
        }
    }

    private void write(BlockingQueue<byte[]> mine, OutputStream out) throws IOException, InterruptedException {
        byte[] event = mine.take();
        while (event.length > 0) {
            out.write(event);
            if (mine.isEmpty()) {
                out.flush();
            }
            byte[] next = mine.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
            event = next == null ? bare("server.heartbeat") : next;
        }
    }

    /** Ends every stream. Thread-safe. */
    void close() {
        listeners.forEach(listener -> listener.add(END));
    }

    private byte[] bare(String type) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.set("payload", payload(type, JsonNodeFactory.instance.objectNode()));
        return data(event);
    }

    private synchronized ObjectNode payload(String type, ObjectNode properties) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("id", demoIds.next("evt")).put("type", type).set("properties", properties);
        return payload;
    }

    private static byte[] data(ObjectNode event) {
        return ("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8);
    }
}
