package taskglass.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A loopback HTTP proxy in front of an OpenCode server which a test tells, while it runs, what to do wrong: to answers
 * here, to the event stream through {@link #events()}.
 */
public final class FaultProxy implements AutoCloseable {
    /** What is answered in the server's place. */
    public record Answer(int status, String type, String body) {
        public static final Answer BROKEN = new Answer(500, "application/json", "{\"name\":\"UnknownError\"}");
        public static final Answer UNAUTHORISED = new Answer(401, "text/plain", "");
        public static final Answer PAGE = new Answer(200, "text/html", "<!doctype html><title>Hello</title>");
        public static final Answer GARBAGE = new Answer(200, "application/json", "{\"half\": [1, 2");
    }

    private record Fault(Predicate<String> paths, Answer answer) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventFaults events = new EventFaults();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String upstream;
    private volatile Optional<Fault> fault = Optional.empty();
    private volatile Duration delay = Duration.ZERO;
    private volatile Predicate<String> held = path -> false;
    private volatile Consumer<String> pause = path -> {};
    private final Gates gates = new Gates();
    private HttpServer listener;

    public FaultProxy(String upstream) throws IOException {
        this.upstream = upstream;
        listener = listen(0);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + listener.getAddress().getPort();
    }

    public EventFaults events() {
        return events;
    }

    /** How many listings of sessions have begun, whatever was answered; further pages do not count. */
    public int listings() {
        return listings.get();
    }

    /** How many requests have come, whatever was answered; those for an event stream do not count. */
    public int requests() {
        return requests.get();
    }

    /** How many requests for an event stream have come, whatever was answered. */
    public int streams() {
        return streams.get();
    }

    /** How often the server itself has answered with an error. */
    public int refusals() {
        return refusals.get();
    }

    /** Whether a path is that of an event stream over all directories. */
    public static boolean isStream(String path) {
        return path.equals("/global/event") || path.equals("/api/event");
    }

    /** From now on each answer waits as long as this does, which is told the path. */
    public void pause(Consumer<String> before) {
        pause = before;
    }

    /** From now on these paths get this answer; the event stream, once it is open, goes on. */
    public void answer(Predicate<String> paths, Answer answer) {
        fault = Optional.of(new Fault(paths, answer));
    }

    /** From now on each answer comes that much later. */
    public void delay(Duration by) {
        delay = by;
    }

    /** Keeps the answers of these paths until {@link #letGo}. */
    public void hold(Predicate<String> paths) {
        held = paths;
    }

    /** Lets go of all answers that were held. */
    public void letGo() {
        gates.open("answers");
    }

    /** Answers are the server's own again, and come at once. */
    public void answerAsTheServerDoes() {
        fault = Optional.empty();
        delay = Duration.ZERO;
    }

    /** Closes the door: connections are refused, and those that are open break. */
    public void refuse() {
        events.drop();
        listener.stop(0);
    }

    /** Opens the door again, on the same port. */
    public void accept() throws IOException {
        listener = listen(listener.getAddress().getPort());
    }

    /** From now on another server is behind this address. */
    public void pointTo(String other) {
        upstream = other;
        events.drop();
    }

    private HttpServer listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
        return server;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            (isStream(path) ? streams : requests).incrementAndGet();
            pause.accept(path);
            Thread.sleep(delay);
            gates.await(held.test(exchange.getRequestURI().getPath()) ? "answers" : "");
            count(exchange.getRequestURI());
            Optional<Answer> wrong = fault.filter(
                            now -> now.paths().test(exchange.getRequestURI().getPath()))
                    .map(Fault::answer);
            if (wrong.isPresent()) {
                answer(exchange, wrong.get());
            } else {
                forward(exchange, body);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(exchange, body), BodyHandlers.ofInputStream());
        try (InputStream answer = response.body()) {
            refusals.addAndGet(response.statusCode() >= 400 ? 1 : 0);
            response.headers().map().forEach((name, values) -> keep(exchange, name, values));
            if (response.headers().firstValue("content-type").orElse("").startsWith("text/event-stream")) {
                exchange.sendResponseHeaders(response.statusCode(), 0);
                events.pass(answer, exchange.getResponseBody());
            } else {
                send(exchange, response.statusCode(), answer.readAllBytes());
            }
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(upstream + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        for (String name : List.of("Accept", "Authorization", "Content-Type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> request.header(name, value));
        }
        return request.build();
    }

    private static void keep(HttpExchange exchange, String name, List<String> values) {
        if (!List.of("content-length", "transfer-encoding", "connection").contains(name)) {
            exchange.getResponseHeaders().put(name, new ArrayList<>(values));
        }
    }

    private void count(URI asked) {
        boolean laterPage = String.valueOf(asked.getQuery()).contains("cursor=");
        if (asked.getPath().equals("/experimental/session") && !laterPage) {
            listings.incrementAndGet();
        }
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        send(exchange, answer.status(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        refuse();
        threads.shutdownNow();
        http.shutdownNow();
    }
}
