package taskglass.lab;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** A loopback OpenCode without sessions whose listings wait until a test lets them go. */
public final class HeldServer extends Dispatcher implements AutoCloseable {
    private final MockWebServer web = new MockWebServer();
    private final Semaphore mayAnswer = new Semaphore(0);
    private final AtomicInteger begun = new AtomicInteger();

    public HeldServer() throws IOException {
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    public String baseUrl() {
        return web.url("/").toString();
    }

    public void letGo(int listings) {
        mayAnswer.release(listings);
    }

    /** How many listings have been asked for. */
    public int listings() {
        return begun.get();
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        return switch (request.getUrl().encodedPath()) {
            case "/global/health" -> json("{\"healthy\":true,\"version\":\"1.18.33\"}");
            case "/experimental/session" -> held();
            default -> json("{}");
        };
    }

    private MockResponse held() throws InterruptedException {
        begun.incrementAndGet();
        mayAnswer.acquire();
        return json("[]");
    }

    private static MockResponse json(String body) {
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }

    @Override
    public void close() {
        mayAnswer.release(Integer.MAX_VALUE / 2);
        web.close();
    }
}
