import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A loopback server that answers like an OpenCode with a screenful of sessions, one of them at work. */
final class TrainingServer implements AutoCloseable {
    private static final int SESSIONS = 40;

    private final long now = Instant.now().toEpochMilli();
    private final HttpServer web;

    TrainingServer() throws IOException {
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        web.createContext("/", this::answer);
        web.start();
    }

    /** Answers until it is stopped, for measuring starts. */
    public static void main(String[] none) throws IOException {
        System.out.println(new TrainingServer().url());
    }

    String url() {
        return "http://127.0.0.1:" + web.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/global/event")) {
            stream(exchange);
        } else {
            byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    /** Stays open after its greeting, as OpenCode's stream does. */
    private static void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody()
                .write("data: {\"payload\":{\"type\":\"server.connected\",\"properties\":{}}}\n\n"
                        .getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
    }

    private String body(String path) {
        return switch (path) {
            case "/global/health" -> "{\"healthy\":true,\"version\":\"1.18.33\"}";
            case "/experimental/session" ->
                IntStream.range(0, SESSIONS).mapToObj(this::session).collect(Collectors.joining(",", "[", "]"));
            case "/session/status" -> "{\"ses_00000\":{\"type\":\"busy\"}}";
            default -> path.endsWith("/message") ? messages() : "";
        };
    }

    private String session(int i) {
        long updated = now - i * 60_000L;
        return """
            {"id":"ses_%05d","title":"Task number %d","directory":"/home/dev/project-%d","version":"1.18.33",
             "time":{"created":%d,"updated":%d}}\
            """.formatted(i, i, i % 5, updated - 30_000, updated);
    }

    private String messages() {
        return """
            [{"info":{"role":"assistant","id":"msg_2","parentID":"msg_1","agent":"build","finish":"stop",
              "time":{"created":%d,"completed":%d}},
              "parts":[{"id":"prt_1","type":"text","text":"All **done**: see `README.md`."}]}]\
            """.formatted(now - 8_000, now);
    }

    @Override
    public void close() {
        web.stop(0);
    }
}
