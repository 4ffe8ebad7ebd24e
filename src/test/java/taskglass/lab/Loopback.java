package taskglass.lab;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** An HTTP server on loopback that gives each path the answer it was told to give, and remembers what it was asked. */
public final class Loopback extends Dispatcher implements AutoCloseable {
    private record Sent(String path, String credentials) {}

    private final MockWebServer web = new MockWebServer();
    private final Map<String, MockResponse> answers = new ConcurrentHashMap<>();
    private final List<HttpUrl> asked = new CopyOnWriteArrayList<>();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();

    public Loopback() throws IOException {
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    public String baseUrl() {
        return web.url("/").toString();
    }

    public void answer(String path, String json) {
        answer(path, 200, "application/json", json);
    }

    public void answer(String path, int status, String type, String body) {
        answers.put(path, new MockResponse(status, Headers.of("Content-Type", type), body));
    }

    /** Closes the connection instead of an answer. */
    public void drop(String path) {
        answers.put(
                path,
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build());
    }

    /** The URLs of all requests so far, in order. */
    public List<HttpUrl> asked() {
        return List.copyOf(asked);
    }

    /** What it has been sent to be let in, in order. */
    public List<String> credentials() {
        return sent.stream().map(Sent::credentials).toList();
    }

    /** The same for one path. */
    public List<String> credentials(String path) {
        return sent.stream()
                .filter(request -> request.path().equals(path))
                .map(Sent::credentials)
                .toList();
    }

    public int port() {
        return web.getPort();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        asked.add(request.getUrl());
        Optional.ofNullable(request.getHeaders().get("Authorization"))
                .ifPresent(body -> sent.add(new Sent(request.getUrl().encodedPath(), body)));
        return answers.getOrDefault(request.getUrl().encodedPath(), new MockResponse(404, Headers.of(), ""));
    }

    @Override
    public void close() {
        web.close();
    }
}
