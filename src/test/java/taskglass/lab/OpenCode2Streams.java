package taskglass.lab;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The event streams of an {@link OpenCode2}. Safe from any thread. */
final class OpenCode2Streams {
    private final List<OutputStream> streams = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    int count() {
        return streams.size();
    }

    boolean refusing() {
        return refusing;
    }

    /** Keeps the answer open: what is written from now on is told there, too. */
    void open(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream stream = exchange.getResponseBody();
        String connected = "data: {\"id\":\"evt_0\",\"type\":\"server.connected\",\"data\":{}}\n\n: heartbeat\n\n";
        stream.write(connected.getBytes(StandardCharsets.UTF_8));
        stream.flush();
        streams.add(stream);
    }

    void write(String frame) {
        streams.removeIf(stream -> !reaches(stream, frame));
    }

    void drop() {
        streams.forEach(OpenCode2Streams::close);
        streams.clear();
    }

    void refuse() {
        refusing = true;
        drop();
    }

    void accept() {
        refusing = false;
    }

    private static boolean reaches(OutputStream stream, String frame) {
        try {
            stream.write(frame.getBytes(StandardCharsets.UTF_8));
            stream.flush();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static void close(OutputStream stream) {
        try {
            stream.close();
        } catch (IOException gone) {
            // as it should be
        }
    }
}
