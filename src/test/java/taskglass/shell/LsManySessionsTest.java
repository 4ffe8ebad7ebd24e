package taskglass.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import taskglass.ShellRun;
import taskglass.engine.command.RunReadQueue;
import taskglass.lab.CannedServer;
import taskglass.lab.PromptSockets;

/** What {@code ls} asks of a server with very many sessions, and what it says where that does not answer. */
class LsManySessionsTest {
    private static final int SESSIONS = 1300;

    private final MockWebServer web = new MockWebServer();
    private final Map<String, Integer> reads = new ConcurrentHashMap<>();
    private final CountDownLatch together = new CountDownLatch(RunReadQueue.AT_A_TIME);
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private CannedServer canned;
    private volatile String refused = "nothing";

    @BeforeEach
    void start() throws IOException {
        canned = new CannedServer(SESSIONS);
        web.setServerSocketFactory(new PromptSockets());
        web.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                String path = request.getUrl().encodedPath();
                return path.endsWith("/message") ? read(path, request) : canned.dispatch(request);
            }
        });
        web.start();
    }

    @AfterEach
    void close() {
        web.close();
        canned.close();
    }

    /** The first few are answered once as many have come as shall be under way at a time. */
    private MockResponse read(String path, RecordedRequest request) throws InterruptedException {
        reads.merge(path, 1, Integer::sum);
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        together.countDown();
        together.await(20, TimeUnit.SECONDS);
        try {
            return path.contains(refused)
                    ? new MockResponse(400, Headers.of("Content-Type", "application/json"), "{\"name\":\"BadRequest\"}")
                    : canned.dispatch(request);
        } finally {
            now.decrementAndGet();
        }
    }

    @Test
    void allOfThemAreReadAFewAtATimeAndHardlyAnyTwice() {
        ShellRun run = ls("--json", "--limit", "0");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.lines()).hasSize(SESSIONS).allMatch(line -> line.contains("\"status\":\"completed\""));
        assertThat(together.getCount()).as("reads that did not come together").isZero();
        assertThat(most.get()).isLessThanOrEqualTo(RunReadQueue.AT_A_TIME + 1); // and the poll's
        assertThat(reads.values().stream().mapToInt(Integer::intValue).sum()).isLessThan(SESSIONS + SESSIONS / 4);
    }

    @Test
    void whatIsNotShownIsNotReadButForTheFewOfThePolls() {
        assertThat(ls("--limit", "100").lines()).hasSize(101);
        assertThat(reads.size()).isLessThan(200);
    }

    @Test
    void aTaskThatCannotBeReadIsSaidToBeUnknownAndHoldsNobodyUp() {
        refused = "ses_01299";
        ShellRun run = ls("--limit", "20");
        assertThat(run.lines()).hasSize(21);
        assertThat(run.lines().get(1)).startsWith("?").contains("Task number 1299");
        assertThat(run.lines().get(2)).startsWith("completed");
        assertThat(run.err()).contains("One task could not be read");
    }

    private ShellRun ls(String... options) {
        return ShellRun.of(web.url("/").toString(), concat(List.of("ls"), options));
    }

    private static String[] concat(List<String> first, String... then) {
        String[] all = new String[first.size() + then.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < first.size() ? first.get(i) : then[i - first.size()];
        }
        return all;
    }
}
