package taskglass.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * A loopback HTTP server that answers as an OpenCode with many settled sessions would: for sizes that a real one would
 * take minutes to be filled with. Its event stream is not there, so it is only polled.
 */
public final class CannedServer extends Dispatcher implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NOON = 1_795_348_800_000L;

    /** What has come and gone so far: requests, and the bytes of their answers' bodies. */
    public record Sum(int requests, long bytes) {
        /** What came after that. */
        public Sum since(Sum before) {
            return new Sum(requests - before.requests, bytes - before.bytes);
        }
    }

    private final MockWebServer web = new MockWebServer();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final List<Sum> listings = new CopyOnWriteArrayList<>();
    private final int sessions;
    private final int perSecond;
    private final int busy;
    /** Whether the newest answer of a busy session goes on, instead of being that of the run before. */
    private final boolean open;

    public CannedServer(int sessions) throws IOException {
        this(sessions, 1, 0);
    }

    /** So many sessions, that many of them at a time changed in the same millisecond, a second apart. */
    public CannedServer(int sessions, int perSecond) throws IOException {
        this(sessions, perSecond, 0);
    }

    /** With all sessions settled but the newest one, if that is to be busy. */
    public CannedServer(int sessions, boolean newestIsBusy) throws IOException {
        this(sessions, 1, newestIsBusy ? 1 : 0);
    }

    /** So many sessions, of which the newest are busy, each in a directory of its own: there are twenty. */
    public static CannedServer withBusy(int sessions, int busy) throws IOException {
        return new CannedServer(sessions, 1, busy);
    }

    /** So many sessions, of which the newest is in the midst of its answer. */
    public static CannedServer answering(int sessions) throws IOException {
        return new CannedServer(sessions, 1, 1, true);
    }

    private CannedServer(int sessions, int perSecond, int busy) throws IOException {
        this(sessions, perSecond, busy, false);
    }

    private CannedServer(int sessions, int perSecond, int busy, boolean open) throws IOException {
        this.open = open;
        this.sessions = sessions;
        this.perSecond = perSecond;
        this.busy = busy;
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(this);
        web.start();
    }

    public String baseUrl() {
        return web.url("/").toString();
    }

    /** How many requests have come; tries to open the event stream do not count. */
    public int requests() {
        return requests.get();
    }

    /** What has come and gone so far; tries to open the event stream do not count. */
    public Sum sum() {
        return new Sum(requests.get(), bytes.get());
    }

    /** For each listing of sessions that has begun, what had come before it; further pages do not count. */
    public List<Sum> listings() {
        return List.copyOf(listings);
    }

    /** A time shortly after all that it tells of. */
    public static Instant now() {
        return Instant.ofEpochMilli(NOON).plus(Duration.ofHours(12));
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        web.takeRequest(0, TimeUnit.SECONDS); // else all of them are kept for somebody to look at
        HttpUrl url = request.getUrl();
        boolean stream = url.encodedPath().equals("/global/event");
        int before = stream ? requests.get() : requests.getAndIncrement();
        if (url.encodedPath().equals("/experimental/session") && url.queryParameter("cursor") == null) {
            listings.add(new Sum(before, bytes.get()));
        }
        String path = url.encodedPath();
        return switch (path) {
            case "/global/health" -> json("{\"healthy\":true,\"version\":\"1.18.33\"}");
            case "/experimental/session" -> json(page(url).toString());
            case "/session/status" -> json(busy(url).toString());
            case "/permission", "/question" -> json("[]");
            default ->
                path.matches("/session/ses_\\d+") ? json(session(number(path)).toString()) : ofSession(path);
        };
    }

    private MockResponse ofSession(String path) {
        if (path.endsWith("/message")) {
            return json(newest(path).toString());
        }
        return path.contains("/message/")
                ? json(message("user", path).toString())
                : new MockResponse(404, Headers.of(), "");
    }

    private static int number(String path) {
        return Integer.parseInt(path.replaceAll(".*/ses_(\\d+).*", "$1"));
    }

    /** Newest first; the cursor is the time of the last one on the page before, exclusive. */
    private ArrayNode page(HttpUrl url) {
        long before = number(url, "cursor", Long.MAX_VALUE);
        long from = number(url, "start", 0);
        ArrayNode page = JSON.createArrayNode();
        for (int i = sessions - 1; i >= 0 && page.size() < number(url, "limit", 100); i--) {
            if (updated(i) < before && updated(i) >= from) {
                page.add(session(i));
            }
        }
        return page;
    }

    private ObjectNode busy(HttpUrl url) {
        ObjectNode status = JSON.createObjectNode();
        for (int i = sessions - busy; i < sessions; i++) {
            if (directory(i).equals(url.queryParameter("directory"))) {
                status.putObject(id(i)).put("type", "busy");
            }
        }
        return status;
    }

    private static String directory(int i) {
        return "/home/dev/project-" + i % 20;
    }

    private static long number(HttpUrl url, String name, long otherwise) {
        String value = url.queryParameter(name);
        return value == null || value.isEmpty() ? otherwise : Long.parseLong(value);
    }

    private ObjectNode session(int i) {
        ObjectNode session = JSON.createObjectNode().put("id", id(i)).put("title", "Task number " + i);
        session.put("directory", directory(i)).put("version", "1.18.33");
        session.putObject("time").put("created", updated(i) - 30_000).put("updated", updated(i));
        return session;
    }

    private ArrayNode newest(String path) {
        return JSON.createArrayNode().add(message("assistant", path));
    }

    private ObjectNode message(String role, String path) {
        long updated = updated(number(path));
        ObjectNode message = JSON.createObjectNode();
        boolean user = role.equals("user");
        ObjectNode info = message.putObject("info").put("role", role).put("id", user ? "msg_1" : "msg_2");
        ObjectNode time = info.put("agent", "build").putObject("time").put("created", updated - (user ? 9_000 : 8_000));
        if (!user) {
            info.put("parentID", "msg_1");
            if (!open || number(path) < sessions - busy) {
                time.put("completed", updated);
                info.put("finish", "stop");
            }
        }
        message.putArray("parts");
        return message;
    }

    private static String id(int i) {
        return "ses_%05d".formatted(i);
    }

    private long updated(int i) {
        return NOON + i / perSecond * 1000L;
    }

    private MockResponse json(String body) {
        bytes.addAndGet(body.length());
        return new MockResponse(200, Headers.of("Content-Type", "application/json"), body);
    }

    @Override
    public void close() {
        web.close();
    }
}
