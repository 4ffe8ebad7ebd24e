package taskglass.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.stream.Stream;

/** An HTTP server on a loopback port: JSON answers, one event stream, and nothing without the password. */
public final class WireServer implements AutoCloseable {
    /** OpenCode's usual user. */
    public static final String USER = "opencode";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNAUTHORISED = 401;
    private static final int NO_CONTENT = 204;

    static {
        // Otherwise small answers are delayed for 40 ms. The JDK's server reads it when the first server is created.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** An answer ready to be sent. */
    record Reply(int status, String body, String next) {}

    private final HttpServer server;
    private final Feed feed;
    private final String authorization;

    /** {@code routes} is called by the threads of {@code requests}, which provides one for each request. */
    WireServer(Feed feed, Function<Routes.Call, Reply> routes, Executor requests, String password) throws IOException {
        this.feed = feed;
        byte[] pair = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(requests);
        server.createContext("/", exchange -> handle(exchange, routes));
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange, Function<Routes.Call, Reply> routes) throws IOException {
        try (exchange) {
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(UNAUTHORISED, -1);
            } else if (exchange.getRequestURI().getPath().equals("/global/event")) {
                stream(exchange);
            } else {
                send(exchange, routes.apply(asked(exchange)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stream(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        feed.writeTo(exchange.getResponseBody());
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (!reply.next().isEmpty()) {
            exchange.getResponseHeaders().add("X-Next-Cursor", reply.next());
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        boolean empty = reply.status() == NO_CONTENT || body.length == 0;
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Routes.Call asked(HttpExchange exchange) throws IOException {
        List<String> path =
                Stream.of(exchange.getRequestURI().getPath().split("/")).skip(1).toList();
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        return new Routes.Call(exchange.getRequestMethod(), path, QueryString.of(exchange.getRequestURI()), body);
    }

    /** Ends the streams, then everything else. */
    @Override
    public void close() {
        feed.close();
        server.stop(0);
    }
}
